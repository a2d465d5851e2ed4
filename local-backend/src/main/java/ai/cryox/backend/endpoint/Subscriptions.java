package ai.cryox.backend.endpoint;

import io.netty.handler.codec.mqtt.MqttReasonCodes.SubAck;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What one device may listen to: its own downstream topics, IoT Hub's. Nothing is sent on them so
/// far; they are granted so that devices made for IoT Hub start. Event loop only.
final class Subscriptions {
  /// SUBACK's failure before MQTT 5.
  private static final int FAILURE = 0x80;

  private static final short NO_SUBSCRIPTION_EXISTED = 0x11;

  private final boolean five;
  private final Set<String> allowed;
  private final Set<String> granted = new HashSet<>();

  Subscriptions(String clientId, boolean five) {
    this.five = five;
    this.allowed =
        Set.of(
            "devices/" + clientId + "/messages/devicebound/#",
            "$iothub/twin/res/#",
            "$iothub/twin/PATCH/properties/desired/#",
            "$iothub/methods/POST/#");
  }

  /// @return the SUBACK's codes
  List<Integer> subscribe(List<MqttTopicSubscription> asked) {
    return asked.stream().map(this::subscribe).toList();
  }

  private int subscribe(MqttTopicSubscription asked) {
    String filter = asked.topicFilter();
    if (allowed.contains(filter)) {
      granted.add(filter);
      return Math.min(asked.qualityOfService().value(), 1);
    }
    if (!five) {
      return FAILURE;
    }
    SubAck refusal =
        filter.startsWith("$share/")
            ? SubAck.SHARED_SUBSCRIPTIONS_NOT_SUPPORTED
            : SubAck.NOT_AUTHORIZED;
    return Byte.toUnsignedInt(refusal.byteValue());
  }

  /// @return the UNSUBACK's codes, which MQTT 5 alone sends
  List<Short> unsubscribe(List<String> filters) {
    return filters.stream()
        .map(filter -> granted.remove(filter) ? (short) 0 : NO_SUBSCRIPTION_EXISTED)
        .toList();
  }
}
