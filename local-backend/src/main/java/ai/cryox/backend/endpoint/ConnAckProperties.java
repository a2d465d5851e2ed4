package ai.cryox.backend.endpoint;

import ai.cryox.backend.relay.Attendance;
import io.netty.handler.codec.mqtt.MqttMessageBuilders.ConnAckPropertiesBuilder;
import io.netty.handler.codec.mqtt.MqttProperties;

/// What an MQTT 5 client is told when it is let in (MQTT 5, 3.2.2.3).
final class ConnAckProperties {
  private ConnAckProperties() {}

  static MqttProperties of(
      Handshake.Accepted accepted, Attendance attendance, EndpointSettings settings) {
    if (!accepted.client().five()) {
      return MqttProperties.NO_PROPERTIES;
    }
    boolean relay = settings.relay().enabled();
    ConnAckPropertiesBuilder properties =
        new ConnAckPropertiesBuilder()
            .receiveMaximum(Handshake.RECEIVE_MAXIMUM)
            .retainAvailable(relay)
            .maximumPacketSize(settings.maxPacketBytes())
            .topicAliasMaximum(TopicAliases.MAX)
            .sharedSubscriptionAvailable(relay);
    SessionTerms terms = accepted.terms();
    if (!attendance.expiry().equals(terms.expiry())) {
      properties.sessionExpiryInterval(attendance.expiry().toSeconds());
    }
    if (accepted.assigned()) {
      properties.assignedClientId(accepted.client().id());
    }
    if (accepted.keepAliveSeconds() != accepted.askedKeepAliveSeconds()) {
      properties.serverKeepAlive(accepted.keepAliveSeconds());
    }
    if (relay && terms.wantsResponseInformation()) {
      properties.responseInformation("responses/" + accepted.client().id());
    }
    return properties.build();
  }
}
