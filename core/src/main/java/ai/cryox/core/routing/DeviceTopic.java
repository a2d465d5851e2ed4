package ai.cryox.core.routing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The topics on which devices speak: Azure IoT Hub's `devices/{id}/messages/events/{property bag}`
/// and the plain `cryox/{facilityId}/{deviceId}/telemetry`.
public final class DeviceTopic {
  private static final String HUB = "devices/";
  private static final String EVENTS = "/messages/events";
  private static final String PLAIN = "cryox/";
  private static final String PLAIN_END = "/telemetry";

  private DeviceTopic() {}

  /// What the topic says of a message's origin, or `null` if it is none of ours.
  ///
  /// @param userProperties what the MQTT 5 packet adds to the topic's own property bag
  public static @Nullable Origin parse(
      String source, String topic, Map<String, String> userProperties) {
    if (topic.startsWith(HUB)) {
      return ofHub(source, topic, userProperties);
    }
    return topic.startsWith(PLAIN) && topic.endsWith(PLAIN_END)
        ? ofPlain(source, topic, userProperties)
        : null;
  }

  private static @Nullable Origin ofHub(
      String source, String topic, Map<String, String> userProperties) {
    int idEnd = topic.indexOf('/', HUB.length());
    if (idEnd <= HUB.length() || !topic.startsWith(EVENTS, idEnd)) {
      return null;
    }
    String deviceId = topic.substring(HUB.length(), idEnd);
    int end = idEnd + EVENTS.length();
    if (topic.length() <= end + 1) {
      boolean whole = topic.length() == end || topic.charAt(end) == '/';
      return whole ? new Origin(source, topic, deviceId, null, userProperties) : null;
    }
    if (topic.charAt(end) != '/' || topic.indexOf('/', end + 1) >= 0) {
      return null;
    }
    Map<String, String> properties = new LinkedHashMap<>(userProperties);
    readBag(topic.substring(end + 1), properties);
    return new Origin(source, topic, deviceId, null, properties);
  }

  private static @Nullable Origin ofPlain(
      String source, String topic, Map<String, String> userProperties) {
    int slash = topic.indexOf('/', PLAIN.length());
    int end = topic.length() - PLAIN_END.length();
    boolean named = slash > PLAIN.length() && slash + 1 < end;
    if (!named || topic.indexOf('/', slash + 1) != end) {
      return null;
    }
    return new Origin(
        source,
        topic,
        topic.substring(slash + 1, end),
        topic.substring(PLAIN.length(), slash),
        userProperties);
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
