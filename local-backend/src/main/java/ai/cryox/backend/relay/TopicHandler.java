package ai.cryox.backend.relay;

import ai.cryox.core.reading.Receipt;

/// A part of the backend that answers clients on topics of its own, such as `$iothub/…`. What it
/// handles is neither taken for a reading nor relayed.
public interface TopicHandler {
  /// Handles nothing.
  TopicHandler NONE =
      new TopicHandler() {
        @Override
        public boolean handles(String topic) {
          return false;
        }

        @Override
        public void receive(String clientId, String topic, byte[] payload, Receipt receipt) {
          throw new AssertionError("nothing is handled");
        }
      };

  /// Whether publications on this topic are for this part. Any thread; must be quick.
  boolean handles(String topic);

  /// Takes a publication. Called on an I/O thread, in the order of the client's publications; must
  /// return at once and not throw.
  ///
  /// @param clientId who published it, known to the endpoint
  /// @param topic one that is handled
  /// @param payload do not change the array
  /// @param receipt to be told exactly once, on any thread, when what the publication asks for is
  ///   done or refused: the client's acknowledgement waits for it
  void receive(String clientId, String topic, byte[] payload, Receipt receipt);
}
