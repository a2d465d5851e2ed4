package ai.cryox.backend.series;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/// Committed log entries whose rows their series have not collected yet. A thousand devices that
/// say two things in each commit are cheaper to serve every few commits than with each: what costs
/// is to come to a series, not what it is given there. Bounded; one thread.
public final class RecentEntries {
  private static final int MOST_ENTRIES = 8;
  private static final int MOST_ROWS = 16_000;

  private final List<LogEntry> entries = new ArrayList<>();
  private final List<Series> toCollect = new ArrayList<>();
  private final Deque<LogEntry> empty = new ArrayDeque<>();
  private int rows;

  /// An empty entry for the next commit.
  public LogEntry next() {
    LogEntry used = empty.poll();
    return used == null ? new LogEntry() : used;
  }

  /// Commits the rows that series have in an entry, which now belongs to this.
  ///
  /// @param touched the series with rows in it
  public void commit(LogEntry entry, long sequence, Collection<Series> touched) {
    for (Series series : touched) {
      if (series.commit(sequence)) {
        toCollect.add(series);
      }
    }
    entries.add(entry);
    rows += entry.size();
    if (entries.size() >= MOST_ENTRIES || rows >= MOST_ROWS) {
      collect();
    }
  }

  /// Has all series collect their rows.
  public void collect() {
    toCollect.forEach(Series::collect);
    toCollect.clear();
    for (LogEntry entry : entries) {
      if (empty.size() < MOST_ENTRIES) {
        entry.clear();
        empty.add(entry);
      }
    }
    entries.clear();
    rows = 0;
  }
}
