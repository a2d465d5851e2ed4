package ai.cryox.core.routing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a message came from.
///
/// @param source who sent it: the MQTT client id, or the peer's address where there is none
/// @param topic as it came
/// @param deviceId the device that the topic names, or `null`
/// @param facilityId the facility that the topic names, or `null`
/// @param properties the topic's property bag and MQTT 5 user properties, decoded
public record Origin(
    String source,
    String topic,
    @Nullable String deviceId,
    @Nullable String facilityId,
    Map<String, String> properties) {
  public Origin {
    properties = Map.copyOf(properties);
  }

  /// The kind of message that the properties announce, by the seed's three routes; `null` = they
  /// say nothing and the payload's own members decide.
  public @Nullable MessageKind announcedKind() {
    if ("true".equalsIgnoreCase(properties.get("alert"))) {
      return MessageKind.ALERT;
    }
    return switch (properties.getOrDefault("messageType", "")) {
      case "telemetry" -> MessageKind.TELEMETRY;
      case "status" -> MessageKind.STATUS;
      case "temperature" -> MessageKind.READING;
      default -> null;
    };
  }
}
