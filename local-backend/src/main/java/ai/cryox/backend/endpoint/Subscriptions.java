package ai.cryox.backend.endpoint;

import ai.cryox.backend.relay.Attendance;
import ai.cryox.backend.relay.Relay;
import ai.cryox.backend.relay.Subscription;
import ai.cryox.backend.relay.Subscription.RetainHandling;
import ai.cryox.backend.relay.TopicFilter;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;
import io.netty.handler.codec.mqtt.MqttReasonCodes.SubAck;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttSubscriptionOption;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one client asks to listen to: granted by its rights, kept by its session. Event loop only.
final class Subscriptions {
  /// SUBACK's failure before MQTT 5, and its unspecified one since.
  private static final int FAILURE = 0x80;

  private static final short SUCCESS = 0;
  private static final short NO_SUBSCRIPTION_EXISTED = 0x11;
  private static final short FILTER_INVALID = 0x8F;

  private final Relay relay;
  private final Client client;
  private final Attendance attendance;
  private final Acknowledgements acknowledgements;
  private final TopicRights rights;
  private final Gate gate;

  Subscriptions(
      EndpointParts parts,
      Client client,
      Attendance attendance,
      Acknowledgements acknowledgements,
      Gate gate) {
    this.relay = parts.ports().relay();
    this.client = client;
    this.attendance = attendance;
    this.acknowledgements = acknowledgements;
    this.gate = gate;
    this.rights = new TopicRights(client.id(), parts.settings().relay());
  }

  /// @return what ends the connection, or `null`
  @Nullable BrokenPacket subscribe(MqttSubscribeMessage subscribe, PacketWatch packet) {
    List<MqttTopicSubscription> asked = subscribe.payload().topicSubscriptions();
    MqttProperties properties = subscribe.idAndPropertiesVariableHeader().properties();
    int identifier = PropertyValues.number(properties, MqttProperties.SUBSCRIPTION_IDENTIFIER, -1);
    if (asked.isEmpty()) {
      return packet.broken("A SUBSCRIBE names no topic.", Disconnect.PROTOCOL_ERROR);
    }
    if (identifier == 0 || PropertyValues.tooMany(properties)) {
      return packet.broken(
          "The SUBSCRIBE has the subscription identifier 0, or too many properties.",
          Disconnect.PROTOCOL_ERROR);
    }
    if (asked.stream().anyMatch(this::breaksTheRules)) {
      return packet.broken(
          "The SUBSCRIBE has options that MQTT 3.1.1 does not know, or is shared and not local.",
          Disconnect.PROTOCOL_ERROR);
    }
    if (!gate.maySubscribe(asked.stream().map(MqttTopicSubscription::topicFilter).toList())) {
      return packet.broken("This device may not subscribe to that.", Disconnect.NOT_AUTHORIZED);
    }
    grant(subscribe.variableHeader().messageId(), asked, Math.max(0, identifier));
    return null;
  }

  private boolean breaksTheRules(MqttTopicSubscription asked) {
    MqttSubscriptionOption option = asked.option();
    boolean bare =
        !option.isNoLocal()
            && !option.isRetainAsPublished()
            && option.retainHandling().value() == 0;
    return client.five() ? option.isNoLocal() && asked.topicFilter().startsWith("$share/") : !bare;
  }

  private void grant(int packetId, List<MqttTopicSubscription> asked, int identifier) {
    List<Integer> codes = new ArrayList<>();
    List<Subscription> granted = new ArrayList<>();
    for (MqttTopicSubscription one : asked) {
      TopicFilter filter = TopicFilter.parse(one.topicFilter());
      int code = code(filter, one);
      codes.add(code);
      if (filter != null && code < FAILURE) {
        granted.add(subscription(filter, one, identifier));
      }
    }
    Answer answer = acknowledgements.oweAnswer();
    Iterator<Boolean> kept = relay.subscribe(attendance, granted, answer).iterator();
    codes.replaceAll(
        code -> code >= FAILURE || kept.next() ? code : failure(SubAck.QUOTA_EXCEEDED));
    answer.set(Replies.suback(packetId, codes), () -> {});
  }

  private int code(@Nullable TopicFilter filter, MqttTopicSubscription asked) {
    if (filter == null) {
      return failure(SubAck.TOPIC_FILTER_INVALID);
    }
    return switch (rights.subscribe(filter)) {
      case GRANTED -> asked.qualityOfService().value();
      case FOREIGN -> failure(SubAck.NOT_AUTHORIZED);
      case DENIED -> FAILURE;
      case NOT_SHARED -> failure(SubAck.SHARED_SUBSCRIPTIONS_NOT_SUPPORTED);
    };
  }

  private int failure(SubAck reason) {
    return client.five() ? Byte.toUnsignedInt(reason.byteValue()) : FAILURE;
  }

  private static Subscription subscription(
      TopicFilter filter, MqttTopicSubscription asked, int identifier) {
    MqttSubscriptionOption option = asked.option();
    return new Subscription(
        filter,
        option.qos().value(),
        option.isNoLocal(),
        option.isRetainAsPublished(),
        handling(option),
        identifier);
  }

  private static RetainHandling handling(MqttSubscriptionOption option) {
    return switch (option.retainHandling()) {
      case SEND_AT_SUBSCRIBE -> RetainHandling.ALWAYS;
      case SEND_AT_SUBSCRIBE_IF_NOT_YET_EXISTS -> RetainHandling.IF_NEW;
      case DONT_SEND_AT_SUBSCRIBE -> RetainHandling.NEVER;
    };
  }

  /// @return what ends the connection, or `null`
  @Nullable BrokenPacket unsubscribe(MqttUnsubscribeMessage unsubscribe, PacketWatch packet) {
    List<String> texts = unsubscribe.payload().topics();
    if (texts.isEmpty()) {
      return packet.broken("An UNSUBSCRIBE names no topic.", Disconnect.PROTOCOL_ERROR);
    }
    List<@Nullable TopicFilter> filters = new ArrayList<>();
    List<TopicFilter> valid = new ArrayList<>();
    for (String text : texts) {
      TopicFilter filter = TopicFilter.parse(text);
      filters.add(filter);
      if (filter != null) {
        valid.add(filter);
      }
    }
    Answer answer = acknowledgements.oweAnswer();
    Iterator<Boolean> existed = relay.unsubscribe(attendance, valid, answer).iterator();
    List<Short> codes =
        filters.stream().map(filter -> filter == null ? FILTER_INVALID : code(existed)).toList();
    int packetId = unsubscribe.variableHeader().messageId();
    answer.set(Replies.unsuback(packetId, codes), () -> {});
    return null;
  }

  private static short code(Iterator<Boolean> existed) {
    return existed.next() ? SUCCESS : NO_SUBSCRIPTION_EXISTED;
  }
}
