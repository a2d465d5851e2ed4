package ai.cryox.backend.relay;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A message on its way to subscribers.
///
/// @param topic a topic name, without wildcards
/// @param payload do not change the array
/// @param qos 0, 1 or 2
/// @param retain whether later subscribers are to get it as well; an empty payload then takes back
///   what was retained
/// @param expiresAt not sent any more from then on; `null` = never
/// @param properties what MQTT 5 says with it
public record Publication(
    String topic,
    byte[] payload,
    int qos,
    boolean retain,
    @Nullable Instant expiresAt,
    PublicationProperties properties) {
  /// A message that is not retained and never expires.
  public static Publication of(String topic, byte[] payload, int qos) {
    return new Publication(topic, payload, qos, false, null, PublicationProperties.NONE);
  }

  /// The same, sent until then.
  public Publication expiringAt(@Nullable Instant end) {
    return new Publication(topic, payload, qos, retain, end, properties);
  }

  /// The same, retained.
  public Publication retained() {
    return new Publication(topic, payload, qos, true, expiresAt, properties);
  }

  /// What it costs in memory while it is kept, bytes, roughly.
  long weight() {
    return 256L + 2L * topic.length() + payload.length + properties.weight();
  }

  /// Whether it must not be sent any more.
  boolean isExpired(Instant now) {
    Instant end = expiresAt;
    return end != null && !now.isBefore(end);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Publication that
        && topic.equals(that.topic)
        && Arrays.equals(payload, that.payload)
        && qos == that.qos
        && retain == that.retain
        && Objects.equals(expiresAt, that.expiresAt)
        && properties.equals(that.properties);
  }

  @Override
  public int hashCode() {
    return 31 * topic.hashCode() + Arrays.hashCode(payload);
  }

  @Override
  public String toString() {
    return "Publication[%s, %d bytes, QoS %d%s]"
        .formatted(topic, payload.length, qos, retain ? ", retained" : "");
  }
}
