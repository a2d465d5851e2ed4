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

  /// The property of that name, whatever its case, as in IoT Hub; the exact one first. `null` if
  /// there is none.
  public @Nullable String property(String name) {
    if (properties.isEmpty()) {
      return null;
    }
    String exact = properties.get(name);
    return exact == null ? ofAnotherCase(name) : exact;
  }

  private @Nullable String ofAnotherCase(String name) {
    for (Map.Entry<String, String> property : properties.entrySet()) {
      if (property.getKey().equalsIgnoreCase(name)) {
        return property.getValue();
      }
    }
    return null;
  }
}
