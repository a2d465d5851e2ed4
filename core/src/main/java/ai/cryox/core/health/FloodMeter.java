package ai.cryox.core.health;

import ai.cryox.core.health.AlarmHealth.Flood;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds floods in a sequence of calls. One thread.
final class FloodMeter {
  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int BEGINS = 10;
  private static final int LASTS = 5;

  private final List<Flood> floods = new ArrayList<>();

  /// Calls of the last ten minutes, oldest first.
  private final Deque<Instant> window = new ArrayDeque<>();

  /// The last five calls: a flood is over when the oldest of them is ten minutes old.
  private final Deque<Instant> lastFive = new ArrayDeque<>();

  private @Nullable Instant floodStart;
  private int floodAlarms;
  private int floodMost;
  private int most;

  void call(Instant at) {
    endUntil(at);
    Instant since = at.minus(WINDOW);
    while (!window.isEmpty() && !window.getFirst().isAfter(since)) {
      window.removeFirst();
    }
    window.add(at);
    lastFive.add(at);
    if (lastFive.size() > LASTS) {
      lastFive.removeFirst();
    }
    most = Math.max(most, window.size());
    if (floodStart != null) {
      floodAlarms++;
      floodMost = Math.max(floodMost, window.size());
    } else if (window.size() >= BEGINS) {
      floodStart = window.getFirst();
      floodAlarms = window.size();
      floodMost = window.size();
    }
  }

  /// Most calls in any ten minutes so far.
  int most() {
    return most;
  }

  List<Flood> until(Instant end) {
    endUntil(end);
    end(end);
    return floods;
  }

  private void endUntil(Instant now) {
    if (floodStart != null && !lastFive.getFirst().plus(WINDOW).isAfter(now)) {
      end(lastFive.getFirst().plus(WINDOW));
    }
  }

  private void end(Instant at) {
    Instant start = floodStart;
    if (start != null) {
      floods.add(new Flood(start, at, floodAlarms, floodMost));
      floodStart = null;
    }
  }
}
