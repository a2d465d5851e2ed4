package ai.cryox.backend.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Keeps web pages out. Nobody signs in on the loopback address, but a browser on this machine runs
/// strangers' pages: one may post to us from its own origin, or point its own name at 127.0.0.1
/// (DNS rebinding). So a request must name a host that this server is known by, and come from no
/// foreign origin.
///
/// Without TLS that is a loopback name. With TLS also each name that the settings give, or any if
/// they give none.
final class HostGuard implements Handler {
  private final String scheme;
  private final boolean anyName;
  private final Set<String> names;

  HostGuard(@Nullable ApiTls tls) {
    this.scheme = tls == null ? "http" : "https";
    this.anyName = tls != null && tls.names().isEmpty();
    this.names =
        tls == null
            ? Set.of()
            : tls.names().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
  }

  @Override
  public void handle(Context ctx) {
    String host = ctx.host();
    if (host != null && !isOurs(withoutPort(host))) {
      throw ProblemException.forbidden(
          names.isEmpty()
              ? "This server answers only to localhost, 127.0.0.1 and [::1], not to the name %s."
                  .formatted(host)
              : "This server is not known by the name %s. Its settings say by which it is."
                  .formatted(host));
    }
    String origin = ctx.header("Origin");
    if (origin != null && !origin.equalsIgnoreCase(scheme + "://" + host)) {
      throw ProblemException.forbidden(
          "Web pages of another origin (%s) may not use this server.".formatted(origin));
    }
  }

  private boolean isOurs(String name) {
    return anyName || isLoopbackName(name) || names.contains(name.toLowerCase(Locale.ROOT));
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
