package ai.cryox.backend.store;

import ai.cryox.backend.series.Series;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Which rows of raw_log are still needed: those since the oldest one that holds a row which is
/// neither in a chunk nor in a saved tail. Belongs to the writer's thread.
final class LogCover {
  /// Beyond so many rows, or log entries, the oldest tails are saved so that the log gets shorter:
  /// what a start must replay is bounded.
  private static final long MOST_ROWS = 1_000_000;

  private static final int MOST_ENTRIES = 20_000;

  private record Entry(long sequence, int rows) {}

  /// The series with rows that are in the log alone, and the first log entry that has some.
  private final Map<Series, Long> unsaved = new HashMap<>();

  /// The same the other way round.
  private final TreeMap<Long, Set<Series>> byEntry = new TreeMap<>();

  private final Deque<Entry> entries = new ArrayDeque<>();
  private long rows;

  void appended(long sequence, int count) {
    entries.add(new Entry(sequence, count));
    rows += count;
  }

  /// Takes note that a series has rows in that log entry, which may be in no other place.
  void touched(Series series, long sequence) {
    if (unsaved.putIfAbsent(series, sequence) == null) {
      byEntry.computeIfAbsent(sequence, none -> new LinkedHashSet<>()).add(series);
    }
  }

  /// Takes note that all rows of a series before the next entry are in chunks or in its tail.
  void saved(Series series) {
    Long sequence = unsaved.remove(series);
    if (sequence != null) {
      byEntry.computeIfPresent(
          sequence,
          (same, several) -> {
            several.remove(series);
            return several.isEmpty() ? null : several;
          });
    }
  }

  /// The first entry that is still needed; entries before it can go. The newest always stays: it
  /// holds the sequence.
  long firstNeeded() {
    long last = entries.isEmpty() ? 0 : entries.getLast().sequence();
    return byEntry.isEmpty() ? last : Math.min(last, byEntry.firstKey());
  }

  long first() {
    return entries.isEmpty() ? 0 : entries.getFirst().sequence();
  }

  void deletedBefore(long sequence) {
    while (!entries.isEmpty() && entries.getFirst().sequence() < sequence) {
      rows -= entries.remove().rows();
    }
  }

  /// How many tails ought to be saved with the next commit.
  int overdue() {
    return rows > MOST_ROWS || entries.size() > MOST_ENTRIES
        ? Math.max(64, unsaved.size() / 64)
        : 0;
  }

  /// Whether the log alone has rows of some series.
  boolean isNeeded() {
    return !unsaved.isEmpty();
  }

  /// The series whose rows have been in the log alone for longest.
  List<Series> oldest(int count) {
    List<Series> oldest = new ArrayList<>();
    for (Set<Series> several : byEntry.values()) {
      oldest.addAll(several);
      if (oldest.size() >= count) {
        break;
      }
    }
    return oldest;
  }
}
