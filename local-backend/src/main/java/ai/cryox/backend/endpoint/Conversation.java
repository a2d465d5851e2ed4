package ai.cryox.backend.endpoint;

import ai.cryox.backend.relay.Attendance;
import ai.cryox.backend.relay.Relay;
import io.netty.channel.Channel;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What one client and the endpoint say to each other once the client is let in. Event loop only.
final class Conversation {
  private static final byte NOT_FOUND = (byte) 0x92;
  private static final int FAILURE = 0x80;
  private static final byte DISCONNECT_WITH_WILL = 0x04;

  private final Relay relay;
  private final Client client;
  private final Channel channel;
  private final SessionTerms terms;
  private final Acknowledgements acknowledgements;
  private final ClientLink link;
  private final Attendance attendance;
  private final Publications publications;
  private final Subscriptions subscriptions;
  private boolean left;

  /// Lets the client in: its session begins or goes on, and it is answered when that is stored.
  ///
  /// @param gate says what the client may do
  /// @param whenTakenOver told, on the event loop, that another connection of the client has come
  Conversation(
      EndpointParts parts,
      Channel channel,
      Handshake.Accepted accepted,
      Intake intake,
      Acknowledgements acknowledgements,
      Gate gate,
      Runnable whenTakenOver) {
    this.relay = parts.ports().relay();
    this.client = accepted.client();
    this.channel = channel;
    this.terms = accepted.terms();
    this.acknowledgements = acknowledgements;
    this.link =
        new ClientLink(
            channel, parts.clock(), client.five(), terms, this::cannotTake, whenTakenOver);
    Answer answer = acknowledgements.oweAnswer();
    this.attendance =
        relay.connect(terms.opening(client.id(), parts.settings().inFlight()), link, answer);
    answer.set(
        Replies.accepted(
            attendance.resumed(), ConnAckProperties.of(accepted, attendance, parts.settings())),
        link::start);
    this.publications = new Publications(parts, client, attendance, intake, acknowledgements, gate);
    this.subscriptions = new Subscriptions(parts, client, attendance, acknowledgements, gate);
  }

  private void cannotTake(int packetId) {
    relay.settle(attendance, packetId);
  }

  /// Answers a packet other than DISCONNECT.
  ///
  /// @return what ends the connection, or `null`
  @Nullable BrokenPacket serve(MqttMessage message, PacketWatch packet) {
    return switch (message) {
      case MqttPublishMessage publish -> publications.receive(publish, packet);
      case MqttSubscribeMessage subscribe -> subscriptions.subscribe(subscribe, packet);
      case MqttUnsubscribeMessage unsubscribe -> subscriptions.unsubscribe(unsubscribe, packet);
      default -> serveShort(message, packet);
    };
  }

  private @Nullable BrokenPacket serveShort(MqttMessage message, PacketWatch packet) {
    MqttMessageType type = message.fixedHeader().messageType();
    switch (type) {
      case PINGREQ -> answerPing();
      case PUBACK, PUBCOMP -> relay.settle(attendance, packetId(message));
      case PUBREC -> received(message);
      case PUBREL -> released(packetId(message));
      default -> {
        return packet.broken(
            "A client may not send %s here.".formatted(type), Disconnect.PROTOCOL_ERROR);
      }
    }
    return null;
  }

  private static int packetId(MqttMessage message) {
    return ((MqttMessageIdVariableHeader) message.variableHeader()).messageId();
  }

  private void answerPing() {
    if (link.isStarted()) {
      channel.writeAndFlush(MqttMessage.PINGRESP);
    } else {
      Answer answer = acknowledgements.oweAnswer();
      answer.set(MqttMessage.PINGRESP, () -> {});
      answer.committed();
    }
  }

  private void received(MqttMessage message) {
    int packetId = packetId(message);
    boolean refused =
        message.variableHeader() instanceof MqttPubReplyMessageVariableHeader reply
            && Byte.toUnsignedInt(reply.reasonCode()) >= FAILURE;
    if (refused) {
      relay.settle(attendance, packetId);
    } else if (!relay.received(attendance, packetId)) {
      channel.writeAndFlush(Replies.reply(MqttMessageType.PUBREL, packetId, NOT_FOUND));
    }
  }

  private void released(int packetId) {
    Answer answer = acknowledgements.oweAnswer();
    if (relay.release(attendance, packetId, answer)) {
      publications.released();
      answer.set(Replies.reply(MqttMessageType.PUBCOMP, packetId, (byte) 0), () -> {});
    } else {
      answer.set(Replies.reply(MqttMessageType.PUBCOMP, packetId, NOT_FOUND), () -> {});
      answer.committed();
    }
  }

  /// The client takes more than before.
  void writable() {
    link.drain();
  }

  /// The client says goodbye.
  ///
  /// @return what is wrong with that, or `null`
  @Nullable BrokenPacket disconnect(MqttMessage message, PacketWatch packet) {
    if (!(message.variableHeader() instanceof MqttReasonCodeAndPropertiesVariableHeader goodbye)) {
      leave(false, null);
      return null;
    }
    Duration asked =
        PropertyValues.seconds(goodbye.properties(), MqttProperties.SESSION_EXPIRY_INTERVAL);
    if (asked != null && asked.isPositive() && !terms.expiry().isPositive()) {
      return packet.broken(
          "A session that was to end with its connection cannot be kept at the end.",
          Disconnect.PROTOCOL_ERROR);
    }
    leave(goodbye.reasonCode() == DISCONNECT_WITH_WILL, asked);
    return null;
  }

  /// The connection ends without a word of the client.
  ///
  /// @param will whether the client's will is to be done
  void lose(boolean will) {
    leave(will, null);
  }

  private void leave(boolean will, @Nullable Duration expiry) {
    if (!left) {
      left = true;
      relay.leave(attendance, will, expiry);
    }
  }
}
