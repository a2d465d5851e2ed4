package ai.cryox.backend.endpoint;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttConnectVariableHeader;
import io.netty.handler.codec.mqtt.MqttIdentifierRejectedException;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttUnacceptableProtocolVersionException;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The answer to a CONNECT, as far as the packet alone decides it.
sealed interface Handshake {
  /// Publications with QoS 1 that may be unacknowledged at a time; Paho 5 fails with 65,535.
  int RECEIVE_MAXIMUM = 1000;

  /// The longest client id, characters: IoT Hub's device id, a slash and a module id fit.
  int LONGEST_CLIENT_ID = 300;

  /// The client may go on.
  ///
  /// @param assigned whether the client id is one of ours
  /// @param askedKeepAliveSeconds as the client wants it; 0 = none
  /// @param keepAliveSeconds as it must be
  /// @param terms what it asks of its session
  record Accepted(
      Client client,
      boolean assigned,
      int askedKeepAliveSeconds,
      int keepAliveSeconds,
      SessionTerms terms)
      implements Handshake {
    /// One and a half times the keep-alive, or zero: no limit.
    Duration silenceLimit() {
      return Duration.ofMillis(keepAliveSeconds * 1500L);
    }
  }

  /// The client may not go on.
  ///
  /// @param reply the CONNACK, or `null` for none
  /// @param detail one sentence
  record Refused(@Nullable ByteBuf reply, String detail) implements Handshake {}

  static Handshake answer(MqttConnectMessage connect, EndpointSettings settings) {
    MqttConnectVariableHeader header = connect.variableHeader();
    boolean five = header.version() == MqttVersion.MQTT_5.protocolLevel();
    String problem = flagProblem(header, five);
    if (problem == null) {
      problem = SessionTerms.problem(connect);
    }
    if (problem != null) {
      return new Refused(
          five
              ? Replies.refused(true, MqttConnectReturnCode.CONNECTION_REFUSED_MALFORMED_PACKET)
              : null,
          problem);
    }
    if (header.properties().getProperty(MqttProperties.AUTHENTICATION_METHOD) != null) {
      return new Refused(
          Replies.refused(true, MqttConnectReturnCode.CONNECTION_REFUSED_BAD_AUTHENTICATION_METHOD),
          "The client asks for extended authentication, which is not supported.");
    }
    String clientId = connect.payload().clientIdentifier();
    boolean assign = clientId.isEmpty() && (five || header.isCleanSession());
    if ((clientId.isEmpty() && !assign) || clientId.length() > LONGEST_CLIENT_ID) {
      return new Refused(
          five
              ? Replies.refused(
                  true, MqttConnectReturnCode.CONNECTION_REFUSED_CLIENT_IDENTIFIER_NOT_VALID)
              : Replies.refused(
                  false, MqttConnectReturnCode.CONNECTION_REFUSED_IDENTIFIER_REJECTED),
          "The client id has %d characters; 1 to %d are expected, or none with a clean session."
              .formatted(clientId.length(), LONGEST_CLIENT_ID));
    }
    Client client = new Client(assign ? "auto-" + UUID.randomUUID() : clientId, five);
    int asked = header.keepAliveTimeSeconds();
    int keepAlive = five ? (int) Math.min(asked, settings.longestKeepAlive().toSeconds()) : asked;
    return new Accepted(client, assign, asked, keepAlive, SessionTerms.of(connect, five));
  }

  /// What the codec does not look at.
  private static @Nullable String flagProblem(MqttConnectVariableHeader header, boolean five) {
    if (!header.isWillFlag() && (header.willQos() != 0 || header.isWillRetain())) {
      return "The CONNECT packet's flags describe a will but say that there is none.";
    }
    if (header.willQos() > 2) {
      return "The CONNECT packet's will has QoS 3.";
    }
    if (!five && header.hasPassword() && !header.hasUserName()) {
      return "The CONNECT packet has a password but no user name.";
    }
    return null;
  }

  /// The answer while too much waits to be stored: the client is to come again later.
  static ByteBuf busy(boolean five) {
    return Replies.refused(
        five,
        five
            ? MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_BUSY
            : MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE);
  }

  /// The answer to a CONNECT that the codec could not read.
  static Refused unreadable(Throwable cause, byte[] packet) {
    int level = protocolLevel(packet);
    ByteBuf reply;
    if (cause instanceof MqttUnacceptableProtocolVersionException) {
      reply =
          level > MqttVersion.MQTT_5.protocolLevel()
              ? Replies.refused(
                  true, MqttConnectReturnCode.CONNECTION_REFUSED_UNSUPPORTED_PROTOCOL_VERSION)
              : Replies.refused(
                  false, MqttConnectReturnCode.CONNECTION_REFUSED_UNACCEPTABLE_PROTOCOL_VERSION);
    } else if (cause instanceof MqttIdentifierRejectedException) {
      reply = Replies.refused(false, MqttConnectReturnCode.CONNECTION_REFUSED_IDENTIFIER_REJECTED);
    } else {
      reply =
          level == MqttVersion.MQTT_5.protocolLevel()
              ? Replies.refused(true, MqttConnectReturnCode.CONNECTION_REFUSED_MALFORMED_PACKET)
              : null;
    }
    return new Refused(
        reply, "The CONNECT packet cannot be read (%s).".formatted(cause.getMessage()));
  }

  /// The byte after the protocol's name, or −1.
  private static int protocolLevel(byte[] packet) {
    int at = 1;
    while (at < packet.length && packet[at] < 0) {
      at++;
    }
    int name = at + 1;
    if (name + 1 >= packet.length) {
      return -1;
    }
    int level = name + 2 + ((packet[name] & 0xFF) << 8 | (packet[name + 1] & 0xFF));
    return level < packet.length ? packet[level] & 0xFF : -1;
  }
}
