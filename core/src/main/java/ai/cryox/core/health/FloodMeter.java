package ai.cryox.core.health;

import ai.cryox.core.health.AlarmHealth.Flood;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds floods in a sequence of calls. One thread.
final class FloodMeter {
  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int BEGINS = 10;
  private static final int LASTS = 5;

  private final List<Flood> floods = new ArrayList<>();

  /// Calls of the last ten minutes, oldest first.
  private final List<Instant> window = new ArrayList<>();

  private @Nullable Instant floodStart;
  private int floodAlarms;
  private int floodMost;
  private int most;

  void call(Instant at) {
    endUntil(at);
    window.removeIf(time -> !time.isAfter(at.minus(WINDOW)));
    window.add(at);
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
    Instant start = floodStart;
    if (start != null) {
      floods.add(new Flood(start, end, floodAlarms, floodMost));
      floodStart = null;
    }
    return floods;
  }

  /// A flood ends at the moment when the fifth last call is ten minutes old.
  private void endUntil(Instant now) {
    Instant start = floodStart;
    if (start == null || window.size() < LASTS) {
      return;
    }
    Instant end = window.get(window.size() - LASTS).plus(WINDOW);
    if (!end.isAfter(now)) {
      floods.add(new Flood(start, end, floodAlarms, floodMost));
      floodStart = null;
    }
  }
}
