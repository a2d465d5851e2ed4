package ai.cryox.connectors.oidc;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;

/// An address of this machine to which an issuer sends the browser with its answer, as it is
/// registered there: issuers compare it letter by letter, some of them but for the port.
///
/// @param host `127.0.0.1`, `[::1]` or `localhost`, as it is registered
/// @param port TCP; 0 = any free one
/// @param path begins with `/`
public record RedirectAddress(String host, int port, String path) {
  /// Where nobody said anything else (RFC 8252, 7.3).
  public static final RedirectAddress USUAL = new RedirectAddress("127.0.0.1", 0, "/callback");

  private static final List<String> HOSTS = List.of("127.0.0.1", "[::1]", "localhost");
  private static final int MOST_PORTS = 65_535;

  /// The address that the text names, such as `http://localhost:8765/callback`.
  ///
  /// @throws IllegalArgumentException if it is none of this machine's own, with a sentence
  public static RedirectAddress parse(String text) {
    URI uri;
    try {
      uri = URI.create(text.strip());
    } catch (IllegalArgumentException nonsense) {
      throw refusal(text);
    }
    String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    String path = String.valueOf(uri.getRawPath());
    if (!"http".equalsIgnoreCase(uri.getScheme())
        || !HOSTS.contains(host)
        || uri.getPort() > MOST_PORTS
        || uri.getRawUserInfo() != null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null) {
      throw refusal(text);
    }
    return new RedirectAddress(host, Math.max(0, uri.getPort()), path.isEmpty() ? "/" : path);
  }

  private static IllegalArgumentException refusal(String text) {
    return new IllegalArgumentException(
        "'%s' is no address of this machine that a browser can be sent to. Write it as it is registered with the issuer, like http://localhost:8765/callback."
            .formatted(text));
  }

  /// The network address to listen on.
  InetAddress local() {
    try {
      return InetAddress.getByName(host.equals("localhost") ? "127.0.0.1" : host);
    } catch (UnknownHostException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /// The whole address, with the port that is listened on.
  String at(int listening) {
    return "http://%s:%d%s".formatted(host, listening, path);
  }
}
