package ai.cryox.backend.endpoint;

import ai.cryox.backend.relay.TopicFilter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What one client may listen to, and whether what it says on a topic that is none of a device's is
/// relayed. Immutable.
final class TopicRights {
  /// The answer to the wish to subscribe.
  enum Verdict {
    GRANTED,
    /// Not to this client.
    FOREIGN,
    /// Not to anybody, by the settings.
    DENIED,
    /// Nobody may share a subscription while nothing is relayed.
    NOT_SHARED
  }

  private final RelaySettings relay;
  private final List<TopicFilter> own;

  TopicRights(String clientId, RelaySettings relay) {
    this.relay = relay;
    this.own =
        Stream.of(
                "devices/" + clientId + "/messages/devicebound/#",
                "$iothub/twin/res/#",
                "$iothub/twin/PATCH/properties/desired/#",
                "$iothub/methods/POST/#")
            .map(TopicFilter::parse)
            .filter(Objects::nonNull)
            .toList();
  }

  Verdict subscribe(TopicFilter filter) {
    if (relay.enabled()) {
      boolean denied = relay.denied().stream().anyMatch(no -> no.covers(filter));
      return denied ? Verdict.DENIED : Verdict.GRANTED;
    }
    if (filter.share() != null) {
      return Verdict.NOT_SHARED;
    }
    return own.stream().anyMatch(mine -> mine.covers(filter)) ? Verdict.GRANTED : Verdict.FOREIGN;
  }

  /// Whether others get what is published on this topic.
  boolean isRelayed(String topic) {
    return relay.enabled() && relay.denied().stream().noneMatch(no -> no.matches(topic));
  }
}
