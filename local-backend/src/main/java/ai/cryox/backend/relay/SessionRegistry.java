package ai.cryox.backend.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// All sessions, and when something is due of those whose client is away. Guarded by the relay's
/// lock.
final class SessionRegistry {
  private final Map<String, ClientSession> byClientId = new HashMap<>();
  private final PriorityQueue<Deadline> deadlines =
      new PriorityQueue<>(Comparator.comparing(Deadline::at));
  private final RelayLimits limits;

  /// @param at when to look at the session again
  private record Deadline(Instant at, ClientSession session) {}

  SessionRegistry(RelayLimits limits) {
    this.limits = limits;
  }

  @Nullable ClientSession find(String clientId) {
    return byClientId.get(clientId);
  }

  void add(ClientSession session) {
    byClientId.put(session.clientId(), session);
  }

  void remove(ClientSession session) {
    byClientId.remove(session.clientId(), session);
  }

  int size() {
    return byClientId.size();
  }

  /// How long the session may outlive its connection.
  Duration allowed(Opening opening) {
    boolean hasPlace =
        byClientId.containsKey(opening.clientId()) || byClientId.size() < limits.sessions();
    return hasPlace ? allowed(opening.expiry()) : Duration.ZERO;
  }

  Duration allowed(Duration expiry) {
    Duration longest = limits.longestExpiry();
    return expiry.compareTo(longest) > 0 ? longest : expiry;
  }

  /// Looks at a session that is away when its will or its end is due.
  void watch(ClientSession session) {
    Instant end = session.endsAt();
    Instant will = session.willDueAt();
    if (end != null) {
      deadlines.add(new Deadline(end, session));
    }
    if (will != null) {
      deadlines.add(new Deadline(will, session));
    }
  }

  /// The sessions that something may be due of; the one that looks must see for itself.
  List<ClientSession> due(Instant now) {
    List<ClientSession> due = new ArrayList<>();
    for (Deadline next = deadlines.peek();
        next != null && !next.at().isAfter(now);
        next = deadlines.peek()) {
      due.add(next.session());
      deadlines.remove();
    }
    return due;
  }
}
