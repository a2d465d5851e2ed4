package ai.cryox.backend.store;

import ai.cryox.backend.series.DamagedException;
import ai.cryox.backend.series.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Verifies a data file from end to end: the database itself, every blob, and that what is said of
/// a record is true of it. Asks in many short transactions, one for each series, so that a backend
/// may go on writing. One thread.
public final class StoreCheck {
  /// Told how far it is.
  @FunctionalInterface
  public interface Progress {
    /// So many of all series are done.
    void checked(int series, int of);
  }

  private final StoreFile file;
  private final CheckTally tally;
  private final Progress progress;
  private final Map<Long, CheckedSeries> series = new TreeMap<>();

  /// @param findings told each as it is found
  public StoreCheck(StoreFile file, Consumer<Finding> findings, Progress progress) {
    this.file = file;
    this.tally = new CheckTally(findings);
    this.progress = progress;
  }

  /// Looks at everything.
  public CheckReport run() {
    part("the database", this::checkDatabase);
    LogCheck log = new LogCheck(series, tally);
    part(
        "the tables",
        handle -> {
          listSeries(handle);
          checkStrays(handle);
          listDamage(handle);
          log.run(handle);
        });
    int done = 0;
    for (CheckedSeries one : series.values()) {
      part("series " + one.key(), new SeriesCheck(one, log.take(one), tally)::run);
      progress.checked(++done, series.size());
    }
    return tally.report();
  }

  /// What SQLite itself cannot read is a finding, too.
  private void part(String record, Consumer<Handle> look) {
    try {
      file.read(handle -> {
        look.accept(handle);
        return true;
      });
    } catch (StoreException unreadable) {
      found(record, "it cannot be read (%s)".formatted(Damage.reason(unreadable)));
    }
  }

  private void checkDatabase(Handle handle) {
    handle
        .createQuery("PRAGMA integrity_check")
        .mapTo(String.class)
        .filter(line -> !line.equals("ok"))
        .forEach(line -> found("the database", "SQLite says: " + line.replaceAll("\\s+", " ")));
  }

  private void listSeries(Handle handle) {
    handle
        .createQuery(
            """
            SELECT series_key, kind, series.device_id, device.device_id IS NULL AS unknown
            FROM series LEFT JOIN device ON device.device_id = series.device_id\
            """)
        .map((row, context) -> listSeries(row))
        .forEach(met -> {});
  }

  private boolean listSeries(ResultSet row) throws SQLException {
    long key = row.getLong("series_key");
    String device = row.getString("device_id");
    try {
      series.put(key, new CheckedSeries(key, Schema.of(row.getInt("kind")), device));
    } catch (DamagedException unknown) {
      found("series " + key, device, String.valueOf(unknown.getMessage()), CheckedSeries.RESTORE);
    }
    if (row.getBoolean("unknown")) {
      found(
          "series " + key,
          device,
          "there is no such device",
          "register the device again, or restore a backup from before");
    }
    return true;
  }

  private void checkStrays(Handle handle) {
    for (String table : new String[] {"chunk", "tail", "series_facility"}) {
      long strays =
          handle
              .createQuery(
                  "SELECT count(*) FROM %s WHERE series_key NOT IN (SELECT series_key FROM series)"
                      .formatted(table))
              .mapTo(Long.class)
              .one();
      if (strays > 0) {
        found("the table " + table, "%d of its rows belong to no series".formatted(strays));
      }
    }
  }

  private void listDamage(Handle handle) {
    handle
        .createQuery("SELECT record, detail FROM damage ORDER BY damage_key")
        .map((row, context) ->
            new Finding(
                row.getString("record"),
                null,
                null,
                "it could not be read when the backend started (%s) and is kept in the table damage"
                    .formatted(row.getString("detail")),
                "its rows are missing unless the devices sent them again or a backup has them"))
        .forEach(tally::found);
  }

  private void found(String record, String what) {
    found(record, null, what, CheckedSeries.RESTORE);
  }

  private void found(String record, @Nullable String device, String what, String advice) {
    tally.found(new Finding(record, device, null, what, advice));
  }
}
