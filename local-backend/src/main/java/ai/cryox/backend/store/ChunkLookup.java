package ai.cryox.backend.store;

import ai.cryox.backend.series.DamagedException;
import ai.cryox.backend.series.Rows;
import ai.cryox.backend.series.RowsCodec;
import ai.cryox.backend.series.Series;
import ai.cryox.backend.series.Series.RowAt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Finds single rows in chunks, for a device that sends again what is sealed already. It asks in
/// order of time, so the chunks around the last answer are kept unpacked. One thread.
final class ChunkLookup {
  private static final int MOST_KEPT = 64;

  /// Times alone take a tenth of the space. A start meets the rows of all devices in turn.
  private static final int MOST_TIMES_KEPT = 16_384;

  /// From ≤ time < until, these chunks hold all there is.
  private record Window(long from, long until, List<Rows> chunks) {}

  private final Supplier<Handle> source;
  private final Damage damage;
  private final boolean timesOnly;
  private final Map<Series, Window> kept =
      new LinkedHashMap<>(MOST_KEPT * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Series, Window> eldest) {
          return size() > (timesOnly ? MOST_TIMES_KEPT : MOST_KEPT);
        }
      };

  private ChunkLookup(Supplier<Handle> source, Damage damage, boolean timesOnly) {
    this.source = source;
    this.damage = damage;
    this.timesOnly = timesOnly;
  }

  /// Finds whole rows.
  ///
  /// @param source asked each time: a writer may be replaced
  static ChunkLookup ofRows(Supplier<Handle> source, Damage damage) {
    return new ChunkLookup(source, damage, false);
  }

  /// Finds only that a row is there; what it says is not unpacked.
  static ChunkLookup ofTimes(Handle source, Damage damage) {
    return new ChunkLookup(() -> source, damage, true);
  }

  @Nullable RowAt find(Series series, long time) {
    Window window = kept.get(series);
    if (window == null || time < window.from || time >= window.until) {
      window = load(series, time);
      kept.put(series, window);
    }
    for (Rows rows : window.chunks) {
      int row = rows.find(time);
      if (row >= 0) {
        return new RowAt(rows, row);
      }
    }
    return null;
  }

  /// The chunks of a series have changed.
  void forget(Series series) {
    kept.remove(series);
  }

  private Window load(Series series, long time) {
    Handle handle = source.get();
    Long from =
        edge(
            handle,
            "SELECT max(from_ms) FROM chunk WHERE series_key = ? AND from_ms <= ?",
            series,
            time);
    Long until =
        edge(
            handle,
            "SELECT min(from_ms) FROM chunk WHERE series_key = ? AND from_ms > ?",
            series,
            time);
    List<Rows> chunks = from == null ? List.of() : covering(handle, series, from);
    return new Window(
        from == null ? Long.MIN_VALUE : from, until == null ? Long.MAX_VALUE : until, chunks);
  }

  private static @Nullable Long edge(Handle handle, String sql, Series series, long time) {
    return handle.createQuery(sql).bind(0, series.key()).bind(1, time).mapTo(Long.class).one();
  }

  private List<Rows> covering(Handle handle, Series series, long time) {
    List<Rows> chunks = new ArrayList<>();
    handle
        .createQuery(
            "SELECT * FROM chunk WHERE series_key = ? AND from_ms BETWEEN ? AND ? AND until_ms >="
                + " ?")
        .bind(0, series.key())
        .bind(1, time - series.longestSpan())
        .bind(2, time)
        .bind(3, time)
        .map((row, context) -> StoredChunk.of(row))
        .forEach(chunk -> {
          try {
            chunks.add(unpack(chunk, series));
          } catch (DamagedException damaged) {
            damage.found(chunk, series, damaged);
          }
        });
    return chunks;
  }

  private Rows unpack(StoredChunk chunk, Series series) throws DamagedException {
    return timesOnly
        ? RowsCodec.decodeTimes(chunk.data(), series.key(), chunk.from(), chunk.until())
        : RowsCodec.decode(chunk.data(), series.key(), chunk.from(), chunk.until());
  }
}
