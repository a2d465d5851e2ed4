package ai.cryox.core.routing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The topics on which devices speak: Azure IoT Hub's `devices/{id}/messages/events/{property bag}`
/// and the plain `cryox/{facilityId}/{deviceId}/telemetry`.
public final class DeviceTopic {
  private DeviceTopic() {}

  /// What the topic says of a message's origin, or `null` if it is none of ours.
  ///
  /// @param userProperties what the MQTT 5 packet adds to the topic's own property bag
  public static @Nullable Origin parse(
      String source, String topic, Map<String, String> userProperties) {
    String[] level = topic.split("/", -1);
    if (level.length >= 4
        && level[0].equals("devices")
        && !level[1].isEmpty()
        && level[2].equals("messages")
        && level[3].equals("events")
        && level.length <= 5) {
      Map<String, String> properties = new LinkedHashMap<>(userProperties);
      if (level.length == 5) {
        readBag(level[4], properties);
      }
      return new Origin(source, topic, level[1], null, properties);
    }
    if (level.length == 4
        && level[0].equals("cryox")
        && level[3].equals("telemetry")
        && !level[1].isEmpty()
        && !level[2].isEmpty()) {
      return new Origin(source, topic, level[2], level[1], userProperties);
    }
    return null;
  }

  /// The origin of a message that this device would send: on the plain topic if a facility is
  /// given, else on IoT Hub's.
  public static Origin origin(
      String deviceId, @Nullable String facilityId, Map<String, String> properties) {
    String topic =
        facilityId == null
            ? "devices/" + deviceId + "/messages/events/"
            : "cryox/" + facilityId + "/" + deviceId + "/telemetry";
    return new Origin(deviceId, topic, deviceId, facilityId, properties);
  }

  private static void readBag(String bag, Map<String, String> into) {
    if (bag.isEmpty()) {
      return;
    }
    for (String pair : bag.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      into.put(unescape(name), unescape(value));
    }
  }

  /// `+` stands for itself in a property bag (RFC 3986), unlike in an HTML form; a broken escape
  /// too.
  private static String unescape(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return text;
    }
  }
}
