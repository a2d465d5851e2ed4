package ai.cryox.backend.endpoint;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttSubAckPayload;
import io.netty.handler.codec.mqtt.MqttUnsubAckMessage;
import io.netty.handler.codec.mqtt.MqttUnsubAckPayload;
import java.util.List;

/// The packets that the endpoint sends.
final class Replies {
  private static final byte CONNACK = 0x20;

  /// Its reserved bits are those of QoS 1.
  private static final MqttFixedHeader PUBREL =
      new MqttFixedHeader(MqttMessageType.PUBREL, false, MqttQoS.AT_LEAST_ONCE, false, 0);

  private Replies() {}

  /// @param sessionPresent whether an older session goes on
  /// @param properties for MQTT 5; `NO_PROPERTIES` for the others
  static MqttConnAckMessage accepted(boolean sessionPresent, MqttProperties properties) {
    return MqttMessageBuilders.connAck()
        .returnCode(MqttConnectReturnCode.CONNECTION_ACCEPTED)
        .sessionPresent(sessionPresent)
        .properties(properties)
        .build();
  }

  /// A CONNACK that refuses, as bytes: the codec may not know the client's version.
  static ByteBuf refused(boolean five, MqttConnectReturnCode code) {
    return Unpooled.wrappedBuffer(
        five
            ? new byte[] {CONNACK, 3, 0, code.byteValue(), 0}
            : new byte[] {CONNACK, 2, 0, code.byteValue()});
  }

  /// The one answer to everybody who is not let in.
  static ByteBuf notAuthorized(boolean five) {
    return refused(
        five,
        five
            ? MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED_5
            : MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED);
  }

  /// PUBACK, PUBREC, PUBREL or PUBCOMP. The codec leaves the reason code out for clients before
  /// MQTT 5.
  static MqttMessage reply(MqttMessageType type, int packetId, byte reasonCode) {
    return new MqttMessage(
        type == MqttMessageType.PUBREL ? PUBREL : header(type),
        new MqttPubReplyMessageVariableHeader(packetId, reasonCode, MqttProperties.NO_PROPERTIES));
  }

  static MqttMessage suback(int packetId, List<Integer> codes) {
    return new MqttSubAckMessage(
        header(MqttMessageType.SUBACK),
        new MqttMessageIdAndPropertiesVariableHeader(packetId, MqttProperties.NO_PROPERTIES),
        new MqttSubAckPayload(codes));
  }

  static MqttMessage unsuback(int packetId, List<Short> codes) {
    return new MqttUnsubAckMessage(
        header(MqttMessageType.UNSUBACK),
        new MqttMessageIdAndPropertiesVariableHeader(packetId, MqttProperties.NO_PROPERTIES),
        new MqttUnsubAckPayload(codes));
  }

  /// For MQTT 5 only.
  static MqttMessage disconnect(Disconnect reason) {
    return new MqttMessage(
        header(MqttMessageType.DISCONNECT),
        new MqttReasonCodeAndPropertiesVariableHeader(
            reason.byteValue(), MqttProperties.NO_PROPERTIES));
  }

  private static MqttFixedHeader header(MqttMessageType type) {
    return new MqttFixedHeader(type, false, MqttQoS.AT_MOST_ONCE, false, 0);
  }
}
