package ai.cryox.backend.endpoint;

import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.Fault;
import ai.cryox.core.reading.Receipt;
import ai.cryox.core.routing.DeviceTopic;
import ai.cryox.core.routing.Origin;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.MqttProperty;
import io.netty.handler.codec.mqtt.MqttProperties.StringPair;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;
import io.netty.handler.codec.mqtt.MqttReasonCodes.PubAck;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One client's publications on their way to deliveries. A retain flag is ignored: there is nobody
/// to retain for. Event loop only.
final class Publications {
  private static final int SHOWN_TOPIC_LENGTH = 80;

  private final EndpointParts parts;
  private final String clientId;
  private final boolean five;
  private final Intake intake;
  private final Acknowledgements acknowledgements;
  private final TopicAliases aliases = new TopicAliases();

  Publications(
      EndpointParts parts,
      String clientId,
      boolean five,
      Intake intake,
      Acknowledgements acknowledgements) {
    this.parts = parts;
    this.clientId = clientId;
    this.five = five;
    this.intake = intake;
    this.acknowledgements = acknowledgements;
  }

  /// Hands the publication in.
  ///
  /// @param packet its bytes, for the rejected lane
  /// @return what ends the connection, or `null`
  @Nullable BrokenPacket receive(MqttPublishMessage publish, PacketWatch packet) {
    MqttPublishVariableHeader header = publish.variableHeader();
    MqttQoS qos = publish.fixedHeader().qosLevel();
    if (qos == MqttQoS.EXACTLY_ONCE) {
      return broken(
          "QoS 2 is not supported; publish with QoS 0 or 1.", packet, Disconnect.QOS_NOT_SUPPORTED);
    }
    if (five && qos == MqttQoS.AT_LEAST_ONCE && tooManyInFlight()) {
      return broken(
          "More than %d publications wait for their acknowledgement; respect Receive Maximum."
              .formatted(Handshake.RECEIVE_MAXIMUM),
          packet,
          Disconnect.RECEIVE_MAXIMUM_EXCEEDED);
    }
    Integer alias = alias(header.properties());
    if (alias != null && !TopicAliases.isValid(alias)) {
      return broken(
          "The topic alias %d is none of 1 to %d.".formatted(alias, TopicAliases.MAX),
          packet,
          Disconnect.TOPIC_ALIAS_INVALID);
    }
    String topic = alias == null ? header.topicName() : aliases.resolve(header.topicName(), alias);
    if (topic == null || topic.isEmpty()) {
      return broken(
          "The packet names no topic, nor an alias that stands for one.",
          packet,
          Disconnect.PROTOCOL_ERROR);
    }
    handIn(publish, qos, topic);
    return null;
  }

  private boolean tooManyInFlight() {
    return acknowledgements.count() >= Handshake.RECEIVE_MAXIMUM;
  }

  private static BrokenPacket broken(String detail, PacketWatch packet, Disconnect goodbye) {
    return new BrokenPacket(
        new Fault(Fault.Reason.BROKEN_PACKET, detail), packet.currentPacket(), goodbye);
  }

  private void handIn(MqttPublishMessage publish, MqttQoS qos, String topic) {
    MqttPublishVariableHeader header = publish.variableHeader();
    byte[] payload = ByteBufUtil.getBytes(publish.payload());
    if (parts.ports().handler().handles(topic)) {
      Receipt receipt =
          qos == MqttQoS.AT_LEAST_ONCE
              ? acknowledgements.owe(header.packetId(), PubAck.SUCCESS.byteValue())
              : Receipt.NONE;
      parts.ports().handler().receive(clientId, topic, payload, receipt);
      return;
    }
    Map<String, String> properties = userProperties(header.properties());
    Origin known = DeviceTopic.parse(clientId, topic, properties);
    Origin origin = known == null ? new Origin(clientId, topic, null, null, properties) : known;
    Decoded decoded = decode(known, topic, payload);
    Receipt receipt =
        qos == MqttQoS.AT_LEAST_ONCE
            ? acknowledgements.owe(header.packetId(), reasonCode(decoded))
            : Receipt.NONE;
    intake.handIn(new Delivery(origin, parts.clock().instant(), payload, decoded, receipt));
  }

  private Decoded decode(@Nullable Origin origin, String topic, byte[] payload) {
    if (origin == null) {
      return Decoded.failed(
          Fault.Reason.WRONG_TOPIC,
          "The topic %s carries no readings; publish to devices/{deviceId}/messages/events/ or cryox/{facilityId}/{deviceId}/telemetry."
              .formatted(shown(topic)));
    }
    if (payload.length > parts.settings().maxPayloadBytes()) {
      return Decoded.failed(
          Fault.Reason.TOO_LARGE,
          "The payload has %d bytes, at most %d are taken; send fewer readings in one message."
              .formatted(payload.length, parts.settings().maxPayloadBytes()));
    }
    return parts.ports().decoder().decode(origin, payload);
  }

  private static String shown(String topic) {
    return topic.length() <= SHOWN_TOPIC_LENGTH
        ? topic
        : topic.substring(0, SHOWN_TOPIC_LENGTH) + "…";
  }

  /// What MQTT 5 says of it. PUBACK has no code for a payload that is too large: quota exceeded
  /// means a limit of this endpoint and is the nearest. A message without a route is a valid one
  /// that this endpoint is not willing to accept.
  private static byte reasonCode(Decoded decoded) {
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

  private static @Nullable Integer alias(MqttProperties properties) {
    MqttProperty<?> alias = properties.getProperty(MqttProperties.TOPIC_ALIAS);
    return alias == null ? null : (Integer) alias.value();
  }

  private static Map<String, String> userProperties(MqttProperties properties) {
    Map<String, String> found = new LinkedHashMap<>();
    for (MqttProperty<?> property : properties.getProperties(MqttProperties.USER_PROPERTY)) {
      StringPair pair = (StringPair) property.value();
      found.put(pair.key, pair.value);
    }
    return found;
  }
}
