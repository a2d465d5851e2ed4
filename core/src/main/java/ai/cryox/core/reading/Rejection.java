package ai.cryox.core.reading;

import java.time.Instant;
import java.util.Arrays;

/// Something that came in and could not be used, kept as it came.
///
/// @param id rises with each rejection of one store; 0 before it is stored
/// @param receivedAt by the backend's clock
/// @param source who sent it: the client id, or the peer's address where there was none
/// @param topic as it came; empty where the transport broke before one was read
/// @param fault why
/// @param raw the payload's first bytes, at most {@value #KEPT_BYTES}; do not change the array
/// @param rawLength how long the payload was in all, bytes
public record Rejection(
    long id,
    Instant receivedAt,
    String source,
    String topic,
    Fault fault,
    byte[] raw,
    long rawLength) {
  /// What is kept of one payload, bytes: all of a lawful one.
  public static final int KEPT_BYTES = 256 * 1024;

  /// A rejection not yet stored, of a payload that is cut to what is kept.
  public static Rejection of(
      Instant receivedAt, String source, String topic, Fault fault, byte[] payload) {
    byte[] kept = payload.length > KEPT_BYTES ? Arrays.copyOf(payload, KEPT_BYTES) : payload;
    return new Rejection(0, receivedAt, source, topic, fault, kept, payload.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rejection that
        && id == that.id
        && rawLength == that.rawLength
        && receivedAt.equals(that.receivedAt)
        && source.equals(that.source)
        && topic.equals(that.topic)
        && fault.equals(that.fault)
        && Arrays.equals(raw, that.raw);
  }

  @Override
  public int hashCode() {
    return 31 * receivedAt.hashCode() + Arrays.hashCode(raw);
  }

  @Override
  public String toString() {
    return "Rejection[%s %s from %s on %s, %d bytes]"
        .formatted(receivedAt, fault, source, topic, rawLength);
  }
}
