package ai.cryox.connectors.mqtt;

import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.Fault;
import ai.cryox.core.reading.PayloadDecoder;
import ai.cryox.core.reading.Receipt;
import ai.cryox.core.routing.DeviceTopic;
import ai.cryox.core.routing.Origin;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Makes deliveries of what a broker sends. What cannot be used becomes a fault: it is kept in the
/// rejected lane and acknowledged, or else the broker would send it for ever. Thread-safe.
final class Arrivals {
  private static final int MAX_PAYLOAD_BYTES = 256 * 1024;
  private static final int SHOWN_TOPIC_LENGTH = 80;

  private final String source;
  private final PayloadDecoder decoder;
  private final InstantSource clock;

  /// @param source what deliveries say of where they come from
  Arrivals(String source, PayloadDecoder decoder, InstantSource clock) {
    this.source = source;
    this.decoder = decoder;
    this.clock = clock;
  }

  Delivery delivery(Publication publication, Receipt receipt) {
    String topic = publication.topic();
    Origin known = DeviceTopic.parse(source, topic, publication.properties());
    Origin origin =
        known == null ? new Origin(source, topic, null, null, publication.properties()) : known;
    Decoded decoded = decode(known, topic, publication.payload());
    return new Delivery(origin, clock.instant(), publication.payload(), decoded, receipt);
  }

  private Decoded decode(@Nullable Origin origin, String topic, byte[] payload) {
    if (origin == null) {
      return Decoded.failed(
          Fault.Reason.WRONG_TOPIC,
          "The topic %s carries no readings; subscribe to topics like devices/{deviceId}/messages/events/ or cryox/{facilityId}/{deviceId}/telemetry."
              .formatted(shown(topic)));
    }
    if (payload.length > MAX_PAYLOAD_BYTES) {
      return Decoded.failed(
          Fault.Reason.TOO_LARGE,
          "The payload has %d bytes, at most %d are taken; send fewer readings in one message."
              .formatted(payload.length, MAX_PAYLOAD_BYTES));
    }
    return decoder.decode(origin, payload);
  }

  private static String shown(String topic) {
    return topic.length() <= SHOWN_TOPIC_LENGTH
        ? topic
        : topic.substring(0, SHOWN_TOPIC_LENGTH) + "…";
  }
}
