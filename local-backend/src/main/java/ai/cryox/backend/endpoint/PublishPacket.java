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
import org.jspecify.annotations.Nullable;

/// Makes the PUBLISH packets that clients get.
final class PublishPacket {
  /// What an alias adds.
  static final int ALIAS_BYTES = 3;

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

  /// How long the packet is when it names its topic and no alias, bytes.
  static long length(Outgoing outgoing, boolean five) {
    Publication publication = outgoing.publication();
    long rest = 2L + utf8(publication.topic()) + publication.payload().length;
    rest += outgoing.qos() > 0 ? 2 : 0;
    if (five) {
      long properties = propertiesLength(outgoing);
      rest += varying(properties) + properties;
    }
    return 1 + varying(rest) + rest;
  }

  private static long propertiesLength(Outgoing outgoing) {
    Publication publication = outgoing.publication();
    PublicationProperties said = publication.properties();
    byte[] correlation = said.correlation();
    long bytes = said.text() == null ? 0 : 2;
    bytes += publication.expiresAt() == null ? 0 : 5;
    bytes += textLength(said.contentType()) + textLength(said.responseTopic());
    bytes += correlation == null ? 0 : 3 + correlation.length;
    for (PublicationProperties.UserProperty property : said.user()) {
      bytes += 5L + utf8(property.name()) + utf8(property.value());
    }
    for (int identifier : outgoing.identifiers()) {
      bytes += 1 + varying(identifier);
    }
    return bytes;
  }

  private static long textLength(@Nullable String text) {
    return text == null ? 0 : 3L + utf8(text);
  }

  /// Bytes of a number of varying length, MQTT 5, 1.5.5.
  private static int varying(long number) {
    return number < 1 << 7 ? 1 : number < 1 << 14 ? 2 : number < 1 << 21 ? 3 : 4;
  }

  private static int utf8(String text) {
    return ByteBufUtil.utf8Bytes(text);
  }
}
