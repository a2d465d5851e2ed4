package ai.cryox.backend.store;

import ai.cryox.backend.series.DamagedException;
import ai.cryox.backend.series.LogEntry;
import ai.cryox.backend.series.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The log, and its rows by series. The store keeps it short: at most about a million rows. One
/// thread.
final class LogCheck {
  private final Map<Long, CheckedSeries> series;
  private final CheckTally tally;
  private final Map<Long, Rows> rows = new HashMap<>();
  private long last;
  private int strangers;

  /// @param series all there are, by key
  LogCheck(Map<Long, CheckedSeries> series, CheckTally tally) {
    this.series = series;
    this.tally = tally;
  }

  void run(Handle handle) {
    handle
        .createQuery("SELECT seq, n, data FROM raw_log ORDER BY seq")
        .map((row, context) -> next(row))
        .forEach(met -> {});
  }

  /// What the log has of a series; once.
  Rows take(CheckedSeries of) {
    Rows taken = rows.remove(of.key());
    return taken == null ? new Rows(of.kind()) : taken;
  }

  private boolean next(ResultSet row) throws SQLException {
    long sequence = row.getLong("seq");
    String record = "raw_log " + sequence;
    if (last > 0 && sequence != last + 1) {
      found(record, "the entries between %d and it are missing".formatted(last));
    }
    last = sequence;
    try {
      LogEntry entry = LogEntry.decode(row.getBytes("data"), sequence);
      if (entry.size() != row.getInt("n")) {
        found(record, "it says %d rows and has %d".formatted(row.getInt("n"), entry.size()));
      }
      strangers = 0;
      entry.forEach(this::add);
      if (strangers > 0) {
        found(record, "%d of its rows belong to no series".formatted(strangers));
      }
    } catch (DamagedException damaged) {
      found(record, String.valueOf(damaged.getMessage()));
    }
    return true;
  }

  private void add(long key, Rows from, int row) {
    @Nullable CheckedSeries of = series.get(key);
    if (of == null || of.kind() != from.schema()) {
      strangers++;
    } else {
      rows.computeIfAbsent(key, none -> new Rows(of.kind())).copy(from, row);
    }
  }

  private void found(String record, String what) {
    tally.found(new Finding(record, null, null, what, CheckedSeries.RESTORE));
  }
}
