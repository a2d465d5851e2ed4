package ai.cryox.backend.api;

/// Where the API listens.
///
/// @param host a loopback address or a name of one; anything else is refused when the server starts
/// @param port TCP port, 0 to 65,535; 0 takes any free one
public record ApiSettings(String host, int port) {
  public ApiSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a TCP port is 0 to 65535, not " + port);
    }
  }
}
