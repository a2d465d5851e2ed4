package ai.cryox.backend.endpoint;

import ai.cryox.backend.relay.Outgoing;
import ai.cryox.backend.relay.Publication;
import ai.cryox.backend.relay.PublicationProperties;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.time.Duration;
import java.time.Instant;

/// Makes the PUBLISH packets that clients get.
final class PublishPacket {
  /// Fixed header, lengths and numbers; an expiry and an alias.
  private static final int OVERHEAD_BYTES = 20;

  private static final int PER_PROPERTY_BYTES = 5;

  private PublishPacket() {}

  static MqttPublishMessage of(Outgoing outgoing, String topic, MqttProperties properties) {
    return new MqttPublishMessage(
        new MqttFixedHeader(
            MqttMessageType.PUBLISH,
            outgoing.repeated() && outgoing.qos() > 0,
            MqttQoS.valueOf(outgoing.qos()),
            outgoing.retain(),
            0),
        new MqttPublishVariableHeader(topic, outgoing.packetId(), properties),
        Unpooled.wrappedBuffer(outgoing.publication().payload()));
  }

  /// What MQTT 5 says with it.
  static MqttProperties properties(Outgoing outgoing, int alias, Instant now) {
    MqttProperties properties = new MqttProperties();
    Publication publication = outgoing.publication();
    PropertyValues.add(publication.properties(), properties);
    Instant end = publication.expiresAt();
    if (end != null) {
      long left = Math.max(0, Duration.between(now, end).toSeconds());
      properties.add(new IntegerProperty(MqttProperties.PUBLICATION_EXPIRY_INTERVAL, (int) left));
    }
    if (alias > 0) {
      properties.add(new IntegerProperty(MqttProperties.TOPIC_ALIAS, alias));
    }
    for (int identifier : outgoing.identifiers()) {
      properties.add(new IntegerProperty(MqttProperties.SUBSCRIPTION_IDENTIFIER, identifier));
    }
    return properties;
  }

  /// How long the packet can be at most, bytes.
  static long mostBytes(Outgoing outgoing) {
    Publication publication = outgoing.publication();
    long bytes = (long) OVERHEAD_BYTES + publication.payload().length + utf8(publication.topic());
    PublicationProperties said = publication.properties();
    String contentType = said.contentType();
    String responseTopic = said.responseTopic();
    byte[] correlation = said.correlation();
    bytes += contentType == null ? 0 : PER_PROPERTY_BYTES + utf8(contentType);
    bytes += responseTopic == null ? 0 : PER_PROPERTY_BYTES + utf8(responseTopic);
    bytes += correlation == null ? 0 : PER_PROPERTY_BYTES + correlation.length;
    for (PublicationProperties.UserProperty property : said.user()) {
      bytes += PER_PROPERTY_BYTES + utf8(property.name()) + utf8(property.value());
    }
    return bytes + (long) PER_PROPERTY_BYTES * outgoing.identifiers().size();
  }

  private static int utf8(String text) {
    return ByteBufUtil.utf8Bytes(text);
  }
}
