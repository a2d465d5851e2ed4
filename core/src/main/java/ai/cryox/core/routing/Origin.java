package ai.cryox.core.routing;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Where a message came from.
///
/// @param source who sent it: the MQTT client id, or the peer's address where there is none
/// @param topic as it came
/// @param deviceId the device that the topic names, or `null`
/// @param facilityId the facility that the topic names, or `null`
/// @param properties the topic's property bag and MQTT 5 user properties, decoded; their names
///   count in upper and lower case alike, as in IoT Hub
public record Origin(
    String source,
    String topic,
    @Nullable String deviceId,
    @Nullable String facilityId,
    Map<String, String> properties) {
  public Origin {
    properties = ofAnyCase(properties);
  }

  /// Of two names that differ in case only, the last value counts: IoT Hub keeps one of them too.
  private static Map<String, String> ofAnyCase(Map<String, String> properties) {
    if (properties.isEmpty()) {
      return Map.of();
    }
    Map<String, String> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    found.putAll(properties);
    return Collections.unmodifiableMap(found);
  }

  /// The property of that name, whatever its case; `null` if there is none.
  public @Nullable String property(String name) {
    return properties.isEmpty() ? null : properties.get(name);
  }
}
