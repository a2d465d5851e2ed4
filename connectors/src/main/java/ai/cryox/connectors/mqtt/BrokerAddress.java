package ai.cryox.connectors.mqtt;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where a broker is, as people write it: `tcp://broker.example:1883`, `ssl://broker.example`.
///
/// @param host a name or an address; an IPv6 address stands in brackets
/// @param port 1 to 65535
/// @param tls whether the connection is encrypted
public record BrokerAddress(String host, int port, boolean tls) {
  private static final int PLAIN_PORT = 1883;
  private static final int TLS_PORT = 8883;

  /// Reads one; without a port it is the usual one, 1883 or 8883.
  ///
  /// @throws IllegalArgumentException with a sentence, if it is none
  public static BrokerAddress parse(String text) {
    URI uri = uri(text);
    boolean tls = tls(uri.getScheme(), text);
    if (uri.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "A broker's address must not hold a user name or password: others on this machine could"
              + " read it. Give the user name and a password file by their own options.");
    }
    boolean bare =
        (uri.getPath() == null || uri.getPath().isEmpty() || uri.getPath().equals("/"))
            && uri.getQuery() == null
            && uri.getFragment() == null;
    int port = uri.getPort() == -1 ? (tls ? TLS_PORT : PLAIN_PORT) : uri.getPort();
    if (uri.getHost() == null || !bare || port < 1 || port > 65_535) {
      throw new IllegalArgumentException(explain(text));
    }
    return new BrokerAddress(uri.getHost(), port, tls);
  }

  private static URI uri(String text) {
    try {
      return new URI(text.strip());
    } catch (URISyntaxException broken) {
      throw new IllegalArgumentException(explain(text), broken);
    }
  }

  private static boolean tls(@Nullable String scheme, String text) {
    return switch (scheme == null ? "" : scheme.toLowerCase(Locale.ROOT)) {
      case "tcp", "mqtt" -> false;
      case "ssl", "tls", "mqtts" -> true;
      default -> throw new IllegalArgumentException(explain(text));
    };
  }

  private static String explain(String text) {
    String shown = text.contains("@") ? "That" : "'" + text + "'";
    return "%s is no broker's address; write it like tcp://broker.example:1883 or ssl://broker.example:8883."
        .formatted(shown);
  }

  /// What people call it.
  public String name() {
    return host + ":" + port;
  }

  /// As Paho wants it.
  String uri() {
    return (tls ? "ssl://" : "tcp://") + name();
  }

  @Override
  public String toString() {
    return uri();
  }
}
