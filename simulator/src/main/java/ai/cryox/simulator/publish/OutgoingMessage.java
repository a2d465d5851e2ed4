package ai.cryox.simulator.publish;

import ai.cryox.core.routing.MessageKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// One message on its way out.
///
/// @param sentAt simulated time at which it leaves the device or its gateway; the payload's own
///   time may be older, or wrong
/// @param clientId the connection it goes by
/// @param deviceId the device that says it
/// @param facilityId where the device stands
/// @param kind what it means to be, even if the payload is garbage
/// @param topic to publish on
/// @param payload do not change the array
public record OutgoingMessage(
    Instant sentAt,
    String clientId,
    String deviceId,
    String facilityId,
    MessageKind kind,
    String topic,
    byte[] payload) {
  /// The same message, sent later.
  public OutgoingMessage sentAt(Instant later) {
    return new OutgoingMessage(later, clientId, deviceId, facilityId, kind, topic, payload);
  }

  /// The same message with other bytes.
  public OutgoingMessage saying(byte[] bytes) {
    return new OutgoingMessage(sentAt, clientId, deviceId, facilityId, kind, topic, bytes);
  }

  /// The payload as text.
  public String text() {
    return new String(payload, StandardCharsets.UTF_8);
  }
}
