package ai.cryox.backend.twin;

import ai.cryox.core.downstream.DeviceMessage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A message that waits for its device.
///
/// @param messageId unique
/// @param topic with the property bag: the message's id, its receiver and its properties
/// @param payload do not change the array
/// @param expiresAt not sent any more from then on
public record DeviceBound(
    String messageId, String deviceId, String topic, byte[] payload, Instant expiresAt) {
  /// Messages that may wait for one device, as in IoT Hub.
  public static final int MOST_PENDING = 50;

  /// A message that was just taken.
  public static DeviceBound of(
      String messageId, String deviceId, DeviceMessage message, Instant now) {
    Map<String, String> bag = new TreeMap<>(message.properties());
    bag.put("$.mid", messageId);
    bag.put("$.to", "/devices/" + deviceId + "/messages/devicebound");
    return new DeviceBound(
        messageId,
        deviceId,
        topic(deviceId) + encoded(bag),
        message.payload(),
        now.plus(message.timeToLive()));
  }

  /// Where a device receives its messages, without a property bag.
  public static String topic(String deviceId) {
    return "devices/" + deviceId + "/messages/devicebound/";
  }

  /// Whether it must not be sent any more.
  public boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  private static String encoded(Map<String, String> bag) {
    return bag.entrySet().stream()
        .map(property -> escape(property.getKey()) + "=" + escape(property.getValue()))
        .collect(Collectors.joining("&"));
  }

  /// A space is `%20` in a property bag (RFC 3986), not the plus sign of an HTML form.
  private static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
