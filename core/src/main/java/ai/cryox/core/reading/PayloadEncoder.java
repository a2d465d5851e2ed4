package ai.cryox.core.reading;

/// Messages to the JSON of the wire, the seed's members in the seed's order. Port: implemented by
/// `connectors`, used by the API. Thread-safe.
public interface PayloadEncoder {
  /// One JSON object, without a line break.
  String encode(Message message);
}
