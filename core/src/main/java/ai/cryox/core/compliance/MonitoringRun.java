package ai.cryox.core.compliance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One run of the backend, by its own clock.
///
/// @param started when it began to work
/// @param alive when it last noted that it works; it may have gone on for some seconds after that
public record MonitoringRun(Instant started, Instant alive) {
  /// When monitoring was off in a period. Of the time before the first run nothing is known, and
  /// nothing is said.
  ///
  /// @param runs in order of their beginning
  public static List<Stretch> off(List<MonitoringRun> runs, Instant from, Instant until) {
    List<Stretch> off = new ArrayList<>();
    for (int i = 1; i < runs.size(); i++) {
      add(runs.get(i - 1).alive(), runs.get(i).started(), from, until, off);
    }
    if (!runs.isEmpty()) {
      add(runs.getLast().alive(), until, from, until, off);
    }
    return off;
  }

  private static void add(
      Instant end, Instant next, Instant from, Instant until, List<Stretch> into) {
    Instant first = end.isAfter(from) ? end : from;
    Instant last = next.isBefore(until) ? next : until;
    if (first.isBefore(last)) {
      into.add(new Stretch(first, last));
    }
  }
}
