package ai.cryox.backend.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/// Keeps web pages out. Nobody signs in on the loopback address, but a browser on this machine runs
/// strangers' pages: one may post to us from its own origin, or point its own name at 127.0.0.1
/// (DNS rebinding). So a request must name a loopback host and come from no foreign origin.
final class LoopbackGuard implements Handler {
  @Override
  public void handle(Context ctx) {
    String host = ctx.host();
    if (host != null && !isLoopbackName(withoutPort(host))) {
      throw ProblemException.forbidden(
          "This server answers only to localhost, 127.0.0.1 and [::1], not to the name "
              + host
              + ".");
    }
    String origin = ctx.header("Origin");
    if (origin != null && !origin.equalsIgnoreCase("http://" + host)) {
      throw ProblemException.forbidden(
          "Web pages of another origin (%s) may not use this server.".formatted(origin));
    }
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }

  private static boolean isLoopbackName(String name) {
    if (name.equalsIgnoreCase("localhost")) {
      return true;
    }
    InetAddress address = literal(name);
    return address != null && address.isLoopbackAddress();
  }

  private static @Nullable InetAddress literal(String name) {
    try {
      return InetAddress.ofLiteral(name);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
