package ai.cryox.backend.endpoint;

import ai.cryox.backend.relay.Attendance;
import ai.cryox.backend.relay.Incoming;
import ai.cryox.backend.relay.Publication;
import ai.cryox.backend.relay.PublicationProperties;
import ai.cryox.backend.relay.Relay;
import ai.cryox.backend.relay.TopicName;
import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.Receipt;
import ai.cryox.core.routing.Origin;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;
import io.netty.handler.codec.mqtt.MqttReasonCodes.PubAck;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One client's publications: readings become deliveries, what the backend handles goes to its
/// handler, the rest is relayed or rejected. Event loop only.
final class Publications {
  private static final byte SUCCESS = PubAck.SUCCESS.byteValue();

  /// From here on a code of MQTT 5 says that the message was not taken.
  private static final int FAILURE = 0x80;

  /// What a message costs in memory beside its payload, roughly.
  private static final int PER_MESSAGE_BYTES = 512;

  private final EndpointParts parts;
  private final Attendance attendance;
  private final Client client;
  private final Intake intake;
  private final Acknowledgements acknowledgements;
  private final Ingestion ingestion;
  private final TopicRights rights;
  private final Gate gate;
  private final TopicAliases aliases = new TopicAliases();
  private int exchanges;

  /// A device publishes on one topic again and again.
  private @Nullable Origin last;

  Publications(
      EndpointParts parts,
      Client client,
      Attendance attendance,
      Intake intake,
      Acknowledgements acknowledgements,
      Gate gate) {
    this.parts = parts;
    this.client = client;
    this.attendance = attendance;
    this.intake = intake;
    this.acknowledgements = acknowledgements;
    this.gate = gate;
    this.ingestion = new Ingestion(parts);
    this.rights = new TopicRights(client.id(), parts.settings().relay());
  }

  /// Hands the publication in.
  ///
  /// @param packet its bytes, for the rejected lane
  /// @return what ends the connection, or `null`
  @Nullable BrokenPacket receive(MqttPublishMessage publish, PacketWatch packet) {
    MqttPublishVariableHeader header = publish.variableHeader();
    MqttProperties properties = header.properties();
    int qos = publish.fixedHeader().qosLevel().value();
    if (client.five() && qos > 0 && tooManyInFlight()) {
      return packet.broken(
          "More than %d publications wait for their acknowledgement; respect Receive Maximum."
              .formatted(Handshake.RECEIVE_MAXIMUM),
          Disconnect.RECEIVE_MAXIMUM_EXCEEDED);
    }
    if (PropertyValues.tooMany(properties)) {
      return packet.broken(
          "The packet has more than %d properties.".formatted(PropertyValues.MOST),
          Disconnect.QUOTA_EXCEEDED);
    }
    int alias = PropertyValues.number(properties, MqttProperties.TOPIC_ALIAS, -1);
    if (alias >= 0 && !TopicAliases.isValid(alias)) {
      return packet.broken(
          "The topic alias %d is none of 1 to %d.".formatted(alias, TopicAliases.MAX),
          Disconnect.TOPIC_ALIAS_INVALID);
    }
    String topic = alias < 0 ? header.topicName() : aliases.resolve(header.topicName(), alias);
    if (topic == null || topic.isEmpty()) {
      return packet.broken(
          "The packet names no topic, nor an alias that stands for one.",
          Disconnect.PROTOCOL_ERROR);
    }
    if (properties.getProperty(MqttProperties.SUBSCRIPTION_IDENTIFIER) != null) {
      return packet.broken(
          "A client's PUBLISH may carry no subscription identifier.", Disconnect.PROTOCOL_ERROR);
    }
    if (!gate.mayPublish(topic)) {
      return packet.broken("This device may not publish to that topic.", Disconnect.NOT_AUTHORIZED);
    }
    handIn(new Arrived(publish, topic, qos));
    return null;
  }

  private boolean tooManyInFlight() {
    return acknowledgements.pubacks() + exchanges >= Handshake.RECEIVE_MAXIMUM;
  }

  /// The client has released a packet id: one exchange less is in flight.
  void released() {
    exchanges = Math.max(0, exchanges - 1);
  }

  /// A publication whose topic is known.
  private record Arrived(MqttPublishMessage packet, String topic, int qos) {
    int packetId() {
      return packet.variableHeader().packetId();
    }

    MqttProperties properties() {
      return packet.variableHeader().properties();
    }

    byte[] payload() {
      return ByteBufUtil.getBytes(packet.payload());
    }
  }

  private void handIn(Arrived arrived) {
    Incoming exchange = null;
    if (arrived.qos() == 2) {
      Relay.Exchange begun = parts.ports().relay().receive(attendance, arrived.packetId());
      exchange = begun.incoming();
      if (begun.repeated()) {
        parts.ports().relay().whenSafe(exchange, owe(arrived, SUCCESS, 0));
        return;
      }
      exchanges++;
    }
    Origin origin = origin(arrived);
    if (origin != null) {
      ingest(arrived, origin, exchange);
    } else if (parts.ports().handler().handles(arrived.topic())) {
      Receipt receipt = receipt(arrived, SUCCESS, 0, exchange);
      parts.ports().handler().receive(client.id(), arrived.topic(), arrived.payload(), receipt);
    } else if (parts.settings().relay().enabled() && TopicName.isValid(arrived.topic())) {
      relay(arrived, exchange);
    } else {
      reject(arrived, exchange);
    }
  }

  private @Nullable Origin origin(Arrived arrived) {
    Origin known = last;
    boolean bare = PropertyValues.isEmpty(arrived.properties());
    if (bare && known != null && known.topic().equals(arrived.topic())) {
      return known;
    }
    Origin origin =
        gate.placed(
            Ingestion.origin(
                client.id(),
                arrived.topic(),
                bare ? List.of() : PropertyValues.user(arrived.properties())));
    if (bare) {
      last = origin;
    }
    return origin;
  }

  private void ingest(Arrived arrived, Origin origin, @Nullable Incoming exchange) {
    byte[] payload = arrived.payload();
    Decoded decoded = ingestion.decode(origin, payload);
    Receipt receipt = receipt(arrived, Ingestion.reasonCode(decoded), 0, exchange);
    handIn(arrived, ingestion.delivery(origin, payload, decoded, receipt));
  }

  private void reject(Arrived arrived, @Nullable Incoming exchange) {
    byte code = PubAck.TOPIC_NAME_INVALID.byteValue();
    Receipt receipt = receipt(arrived, code, 0, exchange);
    handIn(arrived, ingestion.unwanted(client.id(), arrived.topic(), arrived.payload(), receipt));
  }

  private void handIn(Arrived arrived, Delivery delivery) {
    if (arrived.qos() == 0) {
      intake.handInUntold(delivery);
    } else {
      intake.handIn(delivery);
    }
  }

  private void relay(Arrived arrived, @Nullable Incoming exchange) {
    byte[] payload = arrived.payload();
    Receipt answer = owe(arrived, SUCCESS, PER_MESSAGE_BYTES + payload.length);
    if (!rights.isRelayed(arrived.topic())) {
      settle(exchange, answer);
    } else if (exchange == null) {
      parts.ports().relay().publish(attendance, publication(arrived, payload), null, answer);
    } else {
      parts.ports().relay().whenSafe(exchange, answer);
      parts
          .ports()
          .relay()
          .publish(attendance, publication(arrived, payload), exchange, Receipt.NONE);
    }
    intake.updateReading();
  }

  private void settle(@Nullable Incoming exchange, Receipt answer) {
    if (exchange == null) {
      answer.committed();
    } else {
      parts.ports().relay().whenSafe(exchange, answer);
      parts.ports().relay().remember(attendance, exchange);
    }
  }

  private Publication publication(Arrived arrived, byte[] payload) {
    MqttProperties properties = arrived.properties();
    PublicationProperties said = PropertyValues.publication(properties);
    Duration lifetime =
        PropertyValues.seconds(properties, MqttProperties.PUBLICATION_EXPIRY_INTERVAL);
    boolean retain = arrived.packet().fixedHeader().isRetain();
    return new Publication(
        arrived.topic(),
        payload,
        arrived.qos(),
        retain,
        lifetime == null ? null : parts.clock().instant().plus(lifetime),
        said);
  }

  /// Who is told when the message is safe: the client, or with QoS 2 first the session, which
  /// remembers the packet id.
  private Receipt receipt(Arrived arrived, byte code, int bytes, @Nullable Incoming exchange) {
    if (arrived.qos() == 0) {
      return Receipt.NONE;
    }
    Receipt answer = owe(arrived, code, bytes);
    if (exchange == null) {
      return answer;
    }
    Relay relay = parts.ports().relay();
    if (client.five() && Byte.toUnsignedInt(code) >= FAILURE) {
      exchanges--;
      relay.abandon(attendance, exchange);
      return answer;
    }
    relay.whenSafe(exchange, answer);
    return () -> relay.remember(attendance, exchange);
  }

  private Receipt owe(Arrived arrived, byte code, int bytes) {
    MqttMessageType type = arrived.qos() == 2 ? MqttMessageType.PUBREC : MqttMessageType.PUBACK;
    return acknowledgements.owe(type, arrived.qos() == 0 ? 0 : arrived.packetId(), code, bytes);
  }
}
