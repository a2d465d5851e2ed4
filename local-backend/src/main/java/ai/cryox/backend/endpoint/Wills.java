package ai.cryox.backend.endpoint;

import ai.cryox.backend.relay.Publication;
import ai.cryox.backend.relay.PublicationProperties.UserProperty;
import ai.cryox.backend.relay.WillRoute;
import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.Receipt;
import ai.cryox.core.routing.Origin;
import java.util.ArrayList;
import java.util.List;

/// The wills of clients that went without a word, on the way that their own publications would
/// take. Any thread.
final class Wills implements WillRoute {
  /// How IoT Hub marks a message that is a will.
  private static final UserProperty MARK = new UserProperty("iothub-MessageType", "Will");

  private final EndpointParts parts;
  private final Ingestion ingestion;

  Wills(EndpointParts parts) {
    this.parts = parts;
    this.ingestion = new Ingestion(parts);
  }

  @Override
  public void publish(String clientId, Publication will) {
    String topic = will.topic();
    List<UserProperty> user = new ArrayList<>(will.properties().user());
    user.add(MARK);
    Origin origin = Ingestion.origin(clientId, topic, user);
    if (origin != null) {
      byte[] payload = will.payload();
      handIn(ingestion.delivery(origin, payload, ingestion.decode(origin, payload), Receipt.NONE));
    } else if (parts.ports().handler().handles(topic)) {
      parts.ports().handler().receive(clientId, topic, will.payload(), Receipt.NONE);
    } else if (parts.settings().relay().enabled()) {
      relay(clientId, will);
    } else {
      handIn(ingestion.unwanted(clientId, topic, will.payload(), Receipt.NONE));
    }
  }

  private void relay(String clientId, Publication will) {
    if (new TopicRights(clientId, parts.settings().relay()).isRelayed(will.topic())) {
      parts.ports().relay().publish(null, will, null, Receipt.NONE);
    }
  }

  private void handIn(Delivery delivery) {
    if (!parts.ports().sink().offer(delivery)) {
      parts.ports().sink().whenRoom(() -> handIn(delivery));
    }
  }
}
