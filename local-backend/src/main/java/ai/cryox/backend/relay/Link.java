package ai.cryox.backend.relay;

/// The way to one connected client. Called with the relay's lock held, on any thread; returns at
/// once and calls nothing back. What is handed in goes out in its order.
public interface Link {
  /// Sends a PUBLISH.
  ///
  /// @return `false` if the client takes too little: then nothing was taken; never with QoS 1 or 2,
  ///   which have their window
  boolean send(Outgoing outgoing);

  /// Sends a PUBREL.
  void release(int packetId);

  /// Another connection has come with the same client id: this one ends.
  void takenOver();
}
