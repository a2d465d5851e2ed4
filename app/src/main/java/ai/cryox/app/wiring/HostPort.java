package ai.cryox.app.wiring;

/// Where to listen, as people write it: `127.0.0.1:8080`, `[::1]:8080`, `localhost:8080`.
///
/// @param port 0 takes any free one
public record HostPort(String host, int port) {
  /// Any free port of this machine's loopback address.
  public static final HostPort ANY = new HostPort("127.0.0.1", 0);

  /// Reads one.
  ///
  /// @throws IllegalArgumentException with a sentence, if it is none
  public static HostPort parse(String text) {
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? "" : text.substring(0, colon).replaceAll("^\\[|]$", "");
    try {
      int port = Integer.parseInt(text.substring(colon + 1));
      if (!host.isBlank() && port >= 0 && port <= 65_535) {
        return new HostPort(host, port);
      }
    } catch (NumberFormatException noPort) {
      throw new IllegalArgumentException(explain(text), noPort);
    }
    throw new IllegalArgumentException(explain(text));
  }

  private static String explain(String text) {
    return "'%s' is not HOST:PORT; write it like 127.0.0.1:8080 (port 0 to 65535).".formatted(text);
  }

  @Override
  public String toString() {
    return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
  }
}
