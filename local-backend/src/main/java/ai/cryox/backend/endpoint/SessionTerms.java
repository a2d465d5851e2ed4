package ai.cryox.backend.endpoint;

import ai.cryox.backend.relay.Opening;
import ai.cryox.backend.relay.Publication;
import ai.cryox.backend.relay.TopicName;
import ai.cryox.backend.relay.Will;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectPayload;
import io.netty.handler.codec.mqtt.MqttConnectVariableHeader;
import io.netty.handler.codec.mqtt.MqttProperties;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a CONNECT asks of its session (MQTT 5, 3.1.2.11; MQTT 3.1.1 by the same words).
///
/// @param fresh whether an older session is to be forgotten
/// @param expiry how long the session shall outlive the connection
/// @param receiveMaximum messages with QoS 1 and 2 that the client takes without acknowledging them
/// @param maxPacketBytes beyond it the client takes no packet
/// @param topicAliases how many the client lets us give
/// @param wantsResponseInformation whether the client asks where answers may be expected
/// @param will published if the client goes without a word, or `null`
record SessionTerms(
    boolean fresh,
    Duration expiry,
    int receiveMaximum,
    int maxPacketBytes,
    int topicAliases,
    boolean wantsResponseInformation,
    @Nullable Will will) {
  /// What MQTT 3.1.1 means by keeping a session: the relay's own limit ends it.
  private static final Duration FOREVER = Duration.ofSeconds(0xFFFF_FFFFL);

  private static final int MOST = 65_535;

  static SessionTerms of(MqttConnectMessage connect, boolean five) {
    MqttConnectVariableHeader header = connect.variableHeader();
    MqttProperties properties = header.properties();
    Duration expiry =
        five
            ? PropertyValues.seconds(
                properties, MqttProperties.SESSION_EXPIRY_INTERVAL, Duration.ZERO)
            : header.isCleanSession() ? Duration.ZERO : FOREVER;
    return new SessionTerms(
        header.isCleanSession(),
        expiry,
        PropertyValues.number(properties, MqttProperties.RECEIVE_MAXIMUM, MOST),
        PropertyValues.number(properties, MqttProperties.MAXIMUM_PACKET_SIZE, Integer.MAX_VALUE),
        PropertyValues.number(properties, MqttProperties.TOPIC_ALIAS_MAXIMUM, 0),
        PropertyValues.number(properties, MqttProperties.REQUEST_RESPONSE_INFORMATION, 0) == 1,
        header.isWillFlag() ? will(header, connect.payload()) : null);
  }

  private static Will will(MqttConnectVariableHeader header, MqttConnectPayload payload) {
    MqttProperties properties = payload.willProperties();
    byte[] message = payload.willMessageInBytes();
    Publication publication =
        new Publication(
            String.valueOf(payload.willTopic()),
            message == null ? new byte[0] : message,
            header.willQos(),
            header.isWillRetain(),
            null,
            PropertyValues.publication(properties));
    return new Will(
        publication,
        PropertyValues.seconds(properties, MqttProperties.WILL_DELAY_INTERVAL, Duration.ZERO),
        PropertyValues.seconds(properties, MqttProperties.PUBLICATION_EXPIRY_INTERVAL));
  }

  /// What of it breaks the protocol, in a sentence; `null` if nothing does.
  static @Nullable String problem(MqttConnectMessage connect) {
    MqttProperties properties = connect.variableHeader().properties();
    if (PropertyValues.number(properties, MqttProperties.RECEIVE_MAXIMUM, 1) == 0
        || PropertyValues.number(properties, MqttProperties.MAXIMUM_PACKET_SIZE, 1) == 0) {
      return "The CONNECT packet says that the client takes nothing: a maximum is 0.";
    }
    if (PropertyValues.tooMany(properties)
        || PropertyValues.tooMany(connect.payload().willProperties())) {
      return "The CONNECT packet has more than %d properties.".formatted(PropertyValues.MOST);
    }
    String topic = connect.payload().willTopic();
    if (connect.variableHeader().isWillFlag() && (topic == null || !TopicName.isValid(topic))) {
      return "The CONNECT packet's will has no topic that could be published on.";
    }
    return null;
  }

  Opening opening(String clientId, int mostInFlight) {
    return new Opening(clientId, fresh, expiry, Math.min(receiveMaximum, mostInFlight), will);
  }
}
