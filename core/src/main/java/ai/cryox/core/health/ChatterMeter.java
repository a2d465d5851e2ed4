package ai.cryox.core.health;

import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.health.AlarmHealth.Chatter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds alarms that come and go too often. One thread.
final class ChatterMeter {
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int CHATTERS = 3;

  private final Map<AlarmKey, Count> counts = new HashMap<>();

  private static final class Count {
    private final Deque<Instant> window = new ArrayDeque<>();
    private int episodes;
    private int most;
  }

  /// An alarm's condition came or went.
  void transition(AlarmKey key, Instant at) {
    Count count = counts.computeIfAbsent(key, unknown -> new Count());
    boolean chattered = count.window.size() >= CHATTERS;
    while (!count.window.isEmpty() && !count.window.getFirst().isAfter(at.minus(WINDOW))) {
      count.window.removeFirst();
    }
    chattered &= count.window.size() >= CHATTERS - 1;
    count.window.add(at);
    count.most = Math.max(count.most, count.window.size());
    if (!chattered && count.window.size() >= CHATTERS) {
      count.episodes++;
    }
  }

  List<Chatter> found() {
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue().episodes > 0)
        .map(entry -> new Chatter(entry.getKey(), entry.getValue().episodes, entry.getValue().most))
        .sorted(
            Comparator.comparingInt(Chatter::transitions)
                .thenComparingInt(Chatter::episodes)
                .reversed()
                .thenComparing(chatter -> chatter.key().toString()))
        .toList();
  }
}
