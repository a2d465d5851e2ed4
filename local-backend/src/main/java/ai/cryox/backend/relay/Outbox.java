package ai.cryox.backend.relay;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one client is still to get with QoS 1 and 2, in its order: some of it in flight, the rest
/// waiting. Guarded by the relay's lock.
final class Outbox {
  private static final int PACKET_IDS = 65_535;

  private final Deque<QueuedMessage> waiting = new ArrayDeque<>();
  private final Map<Integer, QueuedMessage> inFlight = new LinkedHashMap<>();
  private final QueueBudget budget;
  private long nextSequence = 1;

  /// @param budget shared by all clients
  Outbox(QueueBudget budget) {
    this.budget = budget;
  }

  /// Puts back what was stored.
  void restore(QueuedMessage message) {
    waiting.add(message);
    budget.take(message.publication().weight());
    nextSequence = Math.max(nextSequence, message.sequence() + 1);
  }

  QueuedMessage add(Publication publication, int qos, boolean retain, List<Integer> identifiers) {
    QueuedMessage message =
        new QueuedMessage(nextSequence++, publication, qos, retain, identifiers);
    waiting.add(message);
    budget.take(publication.weight());
    return message;
  }

  /// Whether one more may wait. A client that never acknowledges one message must not get another
  /// with the same packet id.
  boolean hasRoom(int most) {
    return waiting.size() < most && budget.hasRoom() && nextSequence - oldest() < PACKET_IDS;
  }

  private long oldest() {
    long oldest = nextSequence;
    if (!waiting.isEmpty()) {
      oldest = waiting.getFirst().sequence();
    }
    for (QueuedMessage sent : inFlight.values()) {
      oldest = Math.min(oldest, sent.sequence());
      break;
    }
    return oldest;
  }

  /// Sends what may go out: what is safe, as far as the window reaches.
  ///
  /// @return what has expired meanwhile and was thrown away
  List<QueuedMessage> pump(Link link, int window, Instant now) {
    List<QueuedMessage> expired = new ArrayList<>();
    while (inFlight.size() < window && !waiting.isEmpty() && waiting.getFirst().isSafe()) {
      QueuedMessage next = waiting.removeFirst();
      if (!next.isReceived() && next.publication().isExpired(now)) {
        expired.add(next);
        budget.give(next.publication().weight());
        continue;
      }
      inFlight.put(next.packetId(), next);
      if (next.isReceived()) {
        link.release(next.packetId());
      } else {
        link.send(next.outgoing());
        next.setSent();
      }
    }
    return expired;
  }

  /// The message in flight with this packet id.
  @Nullable QueuedMessage find(int packetId) {
    return inFlight.get(packetId);
  }

  void settle(QueuedMessage message) {
    if (inFlight.remove(message.packetId()) != null) {
      budget.give(message.publication().weight());
    }
  }

  /// The connection is gone: what was in flight waits again, before the rest.
  void suspend() {
    List<QueuedMessage> back = new ArrayList<>(inFlight.values());
    inFlight.clear();
    back.reversed().forEach(waiting::addFirst);
  }

  /// The session has ended.
  void clear() {
    suspend();
    waiting.forEach(message -> budget.give(message.publication().weight()));
    waiting.clear();
  }
}
