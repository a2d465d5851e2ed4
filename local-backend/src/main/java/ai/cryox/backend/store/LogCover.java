package ai.cryox.backend.store;

import ai.cryox.backend.series.Series;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// Which rows of raw_log are still needed: those since the oldest one that holds a row which is
/// neither in a chunk nor in a saved tail. Belongs to the writer's thread.
final class LogCover {
  /// Beyond so many rows, or log entries, the oldest tails are saved so that the log gets shorter:
  /// what a start must replay is bounded.
  private static final long MOST_ROWS = 500_000;

  private static final int MOST_ENTRIES = 20_000;

  private record Entry(long sequence, int rows) {}

  /// The series with rows that are in the log alone, and the first log entry that has some; oldest
  /// first.
  private final Map<Series, Long> unsaved = new LinkedHashMap<>();

  private final Deque<Entry> entries = new ArrayDeque<>();
  private long rows;

  void appended(long sequence, int count) {
    entries.add(new Entry(sequence, count));
    rows += count;
  }

  /// Takes note that a series has rows in that log entry.
  void touched(Series series, long sequence) {
    unsaved.putIfAbsent(series, sequence);
  }

  /// Takes note that all rows of a series before the next entry are in chunks or in its tail.
  void saved(Series series) {
    unsaved.remove(series);
  }

  /// The first entry that is still needed; entries before it can go. The newest always stays: it
  /// holds the sequence.
  long firstNeeded() {
    long last = entries.isEmpty() ? 0 : entries.getLast().sequence();
    return unsaved.isEmpty()
        ? last
        : Math.min(last, unsaved.values().iterator().next().longValue());
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

  /// The series whose rows have been in the log alone for longest.
  Iterator<Series> oldest() {
    return unsaved.keySet().iterator();
  }
}
