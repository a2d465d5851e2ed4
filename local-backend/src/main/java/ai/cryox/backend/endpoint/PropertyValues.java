package ai.cryox.backend.endpoint;

import ai.cryox.backend.relay.PublicationProperties;
import ai.cryox.backend.relay.PublicationProperties.UserProperty;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.BinaryProperty;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttProperty;
import io.netty.handler.codec.mqtt.MqttProperties.StringPair;
import io.netty.handler.codec.mqtt.MqttProperties.StringProperty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads and writes the codec's properties.
final class PropertyValues {
  /// The most user properties, or others that may come more than once, in one packet.
  static final int MOST = 64;

  private PropertyValues() {}

  static boolean tooMany(MqttProperties properties) {
    return !isEmpty(properties)
        && properties.getProperties(MqttProperties.USER_PROPERTY).size()
                + properties.getProperties(MqttProperties.SUBSCRIPTION_IDENTIFIER).size()
            > MOST;
  }

  /// The codec's own question leaves out what may come more than once.
  static boolean isEmpty(MqttProperties properties) {
    return properties.isEmpty()
        && properties.getProperties(MqttProperties.USER_PROPERTY).isEmpty()
        && properties.getProperties(MqttProperties.SUBSCRIPTION_IDENTIFIER).isEmpty();
  }

  /// A number; four-byte ones beyond the `int` range come as the largest `int`.
  static int number(MqttProperties properties, int id, int otherwise) {
    Integer value = value(properties, id);
    return value == null ? otherwise : value < 0 ? Integer.MAX_VALUE : value;
  }

  private static @Nullable Integer value(MqttProperties properties, int id) {
    MqttProperty<?> property = properties.getProperty(id);
    return property instanceof IntegerProperty number ? number.value() : null;
  }

  static @Nullable Duration seconds(MqttProperties properties, int id) {
    Integer value = value(properties, id);
    return value == null ? null : Duration.ofSeconds(Integer.toUnsignedLong(value));
  }

  static Duration seconds(MqttProperties properties, int id, Duration otherwise) {
    Duration value = seconds(properties, id);
    return value == null ? otherwise : value;
  }

  static @Nullable String text(MqttProperties properties, int id) {
    MqttProperty<?> property = properties.getProperty(id);
    return property instanceof StringProperty text ? text.value() : null;
  }

  static PublicationProperties publication(MqttProperties properties) {
    if (isEmpty(properties)) {
      return PublicationProperties.NONE;
    }
    Integer format = value(properties, MqttProperties.PAYLOAD_FORMAT_INDICATOR);
    MqttProperty<?> correlation = properties.getProperty(MqttProperties.CORRELATION_DATA);
    return new PublicationProperties(
        format == null ? null : format == 1,
        text(properties, MqttProperties.CONTENT_TYPE),
        text(properties, MqttProperties.RESPONSE_TOPIC),
        correlation instanceof BinaryProperty binary ? binary.value() : null,
        user(properties));
  }

  static List<UserProperty> user(MqttProperties properties) {
    List<UserProperty> user = new ArrayList<>();
    for (MqttProperty<?> property : properties.getProperties(MqttProperties.USER_PROPERTY)) {
      StringPair pair = (StringPair) property.value();
      user.add(new UserProperty(pair.key, pair.value));
    }
    return user;
  }

  /// Writes what a publication says.
  static void add(PublicationProperties publication, MqttProperties into) {
    Boolean text = publication.text();
    if (text != null) {
      into.add(new IntegerProperty(MqttProperties.PAYLOAD_FORMAT_INDICATOR, text ? 1 : 0));
    }
    add(MqttProperties.CONTENT_TYPE, publication.contentType(), into);
    add(MqttProperties.RESPONSE_TOPIC, publication.responseTopic(), into);
    byte[] correlation = publication.correlation();
    if (correlation != null) {
      into.add(new BinaryProperty(MqttProperties.CORRELATION_DATA, correlation));
    }
    for (UserProperty property : publication.user()) {
      into.add(new MqttProperties.UserProperty(property.name(), property.value()));
    }
  }

  private static void add(int id, @Nullable String text, MqttProperties into) {
    if (text != null) {
      into.add(new StringProperty(id, text));
    }
  }
}
