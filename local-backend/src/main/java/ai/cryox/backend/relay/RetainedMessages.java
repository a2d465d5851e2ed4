package ai.cryox.backend.relay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/// The newest retained message of each topic. Guarded by the relay's lock.
final class RetainedMessages {
  /// When a topic's message expires.
  private record End(Instant at, String topic) {}

  private final int most;
  private final long mostBytes;
  private final Map<String, Publication> byTopic = new LinkedHashMap<>();
  private final NavigableSet<End> ends =
      new TreeSet<>(Comparator.comparing(End::at).thenComparing(End::topic));
  private long bytes;

  /// @param most topics
  /// @param mostBytes of all topics and payloads together
  RetainedMessages(int most, long mostBytes) {
    this.most = most;
    this.mostBytes = mostBytes;
  }

  /// Forgets what has expired, the oldest end first, until there is room for this one or nothing
  /// expired is left. What has not expired stays.
  ///
  /// @return the topics that have none any more
  List<String> makeRoomFor(Publication publication, Instant now) {
    List<String> emptied = new ArrayList<>();
    while (!hasRoomFor(publication) && !ends.isEmpty() && !now.isBefore(ends.first().at())) {
      String topic = ends.first().topic();
      remove(topic);
      emptied.add(topic);
    }
    return emptied;
  }

  private boolean hasRoomFor(Publication publication) {
    Publication last = byTopic.get(publication.topic());
    long more = weight(publication) - (last == null ? 0 : weight(last));
    return (last != null || byTopic.size() < most) && bytes + more <= mostBytes;
  }

  /// Retains it in the place of the topic's last one.
  ///
  /// @return `false` if there is no room: the last one is kept
  boolean put(Publication publication) {
    if (!hasRoomFor(publication)) {
      return false;
    }
    remove(publication.topic());
    byTopic.put(publication.topic(), publication);
    bytes += weight(publication);
    Instant end = publication.expiresAt();
    if (end != null) {
      ends.add(new End(end, publication.topic()));
    }
    return true;
  }

  /// @return whether there was one
  boolean remove(String topic) {
    Publication last = byTopic.remove(topic);
    if (last == null) {
      return false;
    }
    bytes -= weight(last);
    Instant end = last.expiresAt();
    if (end != null) {
      ends.remove(new End(end, topic));
    }
    return true;
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

  private static long weight(Publication publication) {
    return publication.weight();
  }
}
