package ai.cryox.backend.endpoint;

import ai.cryox.backend.relay.PublicationProperties.UserProperty;
import ai.cryox.backend.relay.TopicName;
import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.Fault;
import ai.cryox.core.reading.Receipt;
import ai.cryox.core.routing.DeviceTopic;
import ai.cryox.core.routing.Origin;
import io.netty.handler.codec.mqtt.MqttReasonCodes.PubAck;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes deliveries of publications: what a topic says of a message's origin, what the decoder says
/// of its payload. Immutable.
record Ingestion(EndpointParts parts) {
  private static final int SHOWN_TOPIC_LENGTH = 80;

  /// What the topic says of a message's origin, or `null` if it is none of a device's.
  static @Nullable Origin origin(String clientId, String topic, List<UserProperty> user) {
    return TopicName.isValid(topic) ? DeviceTopic.parse(clientId, topic, map(user)) : null;
  }

  private static Map<String, String> map(List<UserProperty> user) {
    if (user.isEmpty()) {
      return Map.of();
    }
    Map<String, String> map = new LinkedHashMap<>();
    user.forEach(property -> map.put(property.name(), property.value()));
    return map;
  }

  /// What is understood of a payload from this origin.
  Decoded decode(Origin origin, byte[] payload) {
    if (payload.length > parts.settings().maxPayloadBytes()) {
      return Decoded.failed(
          Fault.Reason.TOO_LARGE,
          "The payload has %d bytes, at most %d are taken; send fewer readings in one message."
              .formatted(payload.length, parts.settings().maxPayloadBytes()));
    }
    return parts.ports().decoder().decode(origin, payload);
  }

  Delivery delivery(Origin origin, byte[] payload, Decoded decoded, Receipt receipt) {
    return new Delivery(origin, parts.clock().instant(), payload, decoded, receipt);
  }

  /// A publication that nobody wants, for the rejected lane.
  Delivery unwanted(String clientId, String topic, byte[] payload, Receipt receipt) {
    return delivery(
        new Origin(clientId, topic, null, null, Map.of()),
        payload,
        Decoded.failed(
            Fault.Reason.WRONG_TOPIC,
            "The topic %s carries no readings; publish to devices/{deviceId}/messages/events/ or cryox/{facilityId}/{deviceId}/telemetry."
                .formatted(shown(topic))),
        receipt);
  }

  private static String shown(String topic) {
    return topic.length() <= SHOWN_TOPIC_LENGTH
        ? topic
        : topic.substring(0, SHOWN_TOPIC_LENGTH) + "…";
  }

  /// What MQTT 5 says of it. PUBACK has no code for a payload that is too large: quota exceeded
  /// means a limit of this endpoint and is the nearest. A message without a route is a valid one
  /// that this endpoint is not willing to accept.
  static byte reasonCode(Decoded decoded) {
    if (!decoded.messages().isEmpty() || decoded.faults().isEmpty()) {
      return PubAck.SUCCESS.byteValue();
    }
    return switch (decoded.faults().getFirst().reason()) {
      case WRONG_TOPIC -> PubAck.TOPIC_NAME_INVALID.byteValue();
      case NO_ROUTE -> PubAck.IMPLEMENTATION_SPECIFIC_ERROR.byteValue();
      case TOO_LARGE -> PubAck.QUOTA_EXCEEDED.byteValue();
      default -> PubAck.PAYLOAD_FORMAT_INVALID.byteValue();
    };
  }
}
