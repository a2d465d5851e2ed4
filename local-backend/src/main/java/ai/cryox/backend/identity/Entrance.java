package ai.cryox.backend.identity;

/// Where devices with credentials come in. Thread-safe.
final class Entrance {
  private volatile String host;
  private volatile int port;
  private volatile int plainPort;

  Entrance(String host) {
    this.host = host;
  }

  void isCalled(String name) {
    host = name;
  }

  void listensOn(int tcpPort) {
    port = tcpPort;
  }

  void listensPlainlyOn(int tcpPort) {
    plainPort = tcpPort;
  }

  /// What devices call this machine.
  String host() {
    return host;
  }

  /// The TCP port, or 0 while there is none.
  int port() {
    return port;
  }

  /// The TCP port where devices of this machine come in without credentials, or 0 while there is
  /// none.
  int plainPort() {
    return plainPort;
  }
}
