package ai.cryox.backend.store;

import ai.cryox.backend.series.DamagedException;
import ai.cryox.backend.series.LogEntry;
import ai.cryox.backend.series.RecentEntries;
import ai.cryox.backend.series.Rows;
import ai.cryox.backend.series.RowsCodec;
import ai.cryox.backend.series.Schema;
import ai.cryox.backend.series.Series;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Brings back the series: what is known of their chunks, their saved tails, and by replaying the
/// log what came after those. A blob that cannot be read is told and the rest goes on.
final class SeriesRecovery {
  private final Handle source;
  private final SeriesRegistry registry;
  private final ChunkLookup chunks;
  private final Outcome outcome;
  private final Proof proof;

  /// The log entry after which a series' rows are not in its saved tail.
  private final Map<Series, Long> savedUntil = new HashMap<>();

  /// What becomes of what is found on the way.
  interface Outcome {
    /// An entry of the log was replayed.
    ///
    /// @param of the series that may have rows in no other place
    void replayed(long sequence, int rows, Collection<Series> of);

    /// A blob could not be read.
    void damaged(String record, byte[] data, DamagedException how);
  }

  /// Whether a blob is what was stored.
  interface Proof {
    /// Believes everything.
    Proof NONE =
        new Proof() {
          @Override
          public void tail(Series series, long sequence, byte[] data) {}

          @Override
          public void log(long sequence, byte[] data) {}
        };

    /// @throws DamagedException if it is not
    void tail(Series series, long sequence, byte[] data) throws DamagedException;

    /// @throws DamagedException if it is not
    void log(long sequence, byte[] data) throws DamagedException;
  }

  private final RecentEntries recent = new RecentEntries();

  /// @param source reading is enough
  /// @param chunks of the same source; times are enough
  SeriesRecovery(
      Handle source, SeriesRegistry registry, ChunkLookup chunks, Outcome outcome, Proof proof) {
    this.proof = proof;
    this.source = source;
    this.registry = registry;
    this.chunks = chunks;
    this.outcome = outcome;
  }

  /// Fills the empty registry.
  ///
  /// @throws StoreException if the file cannot be read
  void restore() {
    restoreSeries();
    restoreTails();
    replay();
    long unsealed =
        registry.all().stream()
            .filter(series -> series.schema() == Schema.READING)
            .mapToLong(Series::size)
            .sum();
    registry.count(unsealed);
  }

  private void restoreSeries() {
    source
        .createQuery("SELECT * FROM series")
        .map((row, context) -> {
          Series series =
              registry.restore(
                  row.getLong("series_key"),
                  schema(row.getInt("kind")),
                  row.getString("device_id"));
          long until = row.getLong("sealed_ms");
          if (!row.wasNull()) {
            series.restoreSealed(until, row.getLong("span_ms"));
          }
          registry.count(series.schema() == Schema.READING ? row.getLong("sealed_n") : 0);
          return series;
        })
        .list();
    source
        .createQuery("SELECT * FROM series_facility")
        .map((row, context) -> {
          Series series = registry.find(row.getLong("series_key"));
          return series != null && registry.join(series, row.getString("facility_id"));
        })
        .list();
  }

  private static Schema schema(int kind) {
    try {
      return Schema.of(kind);
    } catch (DamagedException unknown) {
      throw new StoreException("The data file holds " + unknown.getMessage() + ".", unknown);
    }
  }

  private record Blob(long key, long sequence, byte[] data) {}

  private void restoreTails() {
    source
        .createQuery("SELECT series_key, seq, data FROM tail")
        .map((row, context) ->
            new Blob(row.getLong("series_key"), row.getLong("seq"), row.getBytes("data")))
        .forEach(this::restoreTail);
  }

  private void restoreTail(Blob blob) {
    Series series = registry.find(blob.key());
    if (series == null) {
      return;
    }
    try {
      Rows rows = RowsCodec.decode(blob.data(), blob.key(), blob.sequence());
      proof.tail(series, blob.sequence(), blob.data());
      for (int row = 0; row < rows.size(); row++) {
        addUnlessThere(series, rows, row);
      }
      series.commit(blob.sequence());
      series.collect();
      savedUntil.put(series, blob.sequence());
    } catch (DamagedException damaged) {
      outcome.damaged("tail " + blob.key(), blob.data(), damaged);
    }
  }

  private void addUnlessThere(Series series, Rows rows, int row) {
    long time = rows.time(row);
    if (series.isNewer(time) || !isThere(series, time)) {
      series.add(rows, row);
    }
  }

  private boolean isThere(Series series, long time) {
    return series.find(time) != null
        || (time <= series.sealedUntil() && chunks.find(series, time) != null);
  }

  private void replay() {
    source
        .createQuery("SELECT seq, data FROM raw_log ORDER BY seq")
        .map((row, context) -> new Blob(0, row.getLong("seq"), row.getBytes("data")))
        .forEach(this::replay);
    recent.collect();
  }

  private void replay(Blob blob) {
    Set<Series> touched = new LinkedHashSet<>();
    LogEntry entry = new LogEntry();
    try {
      LogEntry read = LogEntry.decode(blob.data(), blob.sequence());
      proof.log(blob.sequence(), blob.data());
      entry = read;
      entry.forEach((key, from, row) -> {
        Series series = registry.find(key);
        if (series != null && savedUntil.getOrDefault(series, 0L) < blob.sequence()) {
          addUnlessThere(series, from, row);
          touched.add(series);
        }
      });
    } catch (DamagedException damaged) {
      outcome.damaged("raw_log " + blob.sequence(), blob.data(), damaged);
    }
    recent.commit(entry, blob.sequence(), touched);
    outcome.replayed(blob.sequence(), entry.size(), touched);
  }
}
