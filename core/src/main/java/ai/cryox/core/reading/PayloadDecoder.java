package ai.cryox.core.reading;

import ai.cryox.core.routing.Origin;

/// Bytes to messages. Port: implemented by `connectors`, used by every source. Thread-safe.
public interface PayloadDecoder {
  /// Understands what can be understood of one payload and says why of the rest; throws nothing,
  /// whatever the bytes.
  Decoded decode(Origin origin, byte[] payload);
}
