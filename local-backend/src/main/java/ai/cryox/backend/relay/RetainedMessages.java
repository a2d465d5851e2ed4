package ai.cryox.backend.relay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The newest retained message of each topic. Guarded by the relay's lock.
final class RetainedMessages {
  private final int most;
  private final long mostBytes;
  private final Map<String, Publication> byTopic = new LinkedHashMap<>();
  private long bytes;

  /// @param most topics
  /// @param mostBytes of all topics and payloads together
  RetainedMessages(int most, long mostBytes) {
    this.most = most;
    this.mostBytes = mostBytes;
  }

  /// Retains it in the place of the topic's last one.
  ///
  /// @return `false` if there is no room: the last one is kept
  boolean put(Publication publication) {
    Publication last = byTopic.get(publication.topic());
    long more = weight(publication) - (last == null ? 0 : weight(last));
    if ((last == null && byTopic.size() >= most) || bytes + more > mostBytes) {
      return false;
    }
    byTopic.put(publication.topic(), publication);
    bytes += more;
    return true;
  }

  /// @return whether there was one
  boolean remove(String topic) {
    Publication last = byTopic.remove(topic);
    if (last != null) {
      bytes -= weight(last);
    }
    return last != null;
  }

  /// What the filter matches and has not expired.
  List<Publication> matching(TopicFilter filter, Instant now) {
    List<Publication> found = new ArrayList<>();
    String exact = filter.exactTopic();
    if (exact != null) {
      Publication one = byTopic.get(exact);
      if (one != null && !one.isExpired(now)) {
        found.add(one);
      }
      return found;
    }
    for (Publication publication : byTopic.values()) {
      if (!publication.isExpired(now) && filter.matches(publication.topic())) {
        found.add(publication);
      }
    }
    return found;
  }

  int size() {
    return byTopic.size();
  }

  private static long weight(Publication publication) {
    return publication.weight();
  }
}
