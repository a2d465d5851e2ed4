package ai.cryox.backend.store;

import ai.cryox.backend.series.Buckets;
import ai.cryox.backend.series.ChunkHeader;
import ai.cryox.backend.series.DamagedException;
import ai.cryox.backend.series.RowMapping;
import ai.cryox.backend.series.Rows;
import ai.cryox.backend.series.Series;
import ai.cryox.core.reading.Bucket;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reads series: what is committed, as of one moment. Any thread.
final class SeriesReader {
  /// Chunks fetched at once of one series alone, and of each of many.
  private static final int AHEAD_ALONE = 64;

  private static final int AHEAD_OF_MANY = 4;

  private static final long DAY_MILLIS = 24L * 3600 * 1000;

  private final Snapshots database;
  private final Damage damage;

  SeriesReader(Snapshots database, Damage damage) {
    this.database = database;
    this.damage = damage;
  }

  /// Where a reading begins: at a time, for some series a moment later.
  ///
  /// @param time epoch milliseconds
  /// @param afterDevice devices up to this id have been read at that time already
  record Start(long time, String afterDevice) {
    long of(Series series) {
      return series.deviceId().compareTo(afterDevice) <= 0 ? time + 1 : time;
    }
  }

  /// Tells of messages by time, then device, until the consumer has enough.
  ///
  /// @param consumer says whether it wants more
  <T> void walk(
      List<Series> of, Start start, long until, RowMapping<T> mapping, Predicate<T> consumer) {
    database.read(handle -> {
      try (ChunkSource source = new ChunkSource(handle)) {
        int ahead = of.size() == 1 ? AHEAD_ALONE : AHEAD_OF_MANY;
        List<SeriesCursor> cursors = new ArrayList<>(of.size());
        for (Series series : of) {
          cursors.add(new SeriesCursor(source, damage, series, start.of(series), until, ahead));
        }
        merge(cursors, mapping, consumer);
        return true;
      }
    });
  }

  /// Takes one row.
  interface RowConsumer {
    void accept(Rows rows, int row);
  }

  /// Tells of the rows of one series by time, from ≤ time < until, unpacking only the first columns
  /// of what is sealed.
  ///
  /// @param sealed told before, in the same transaction, of what the ledger speaks of; `null` if
  ///   nobody asks
  void walkFirst(
      Series series,
      long from,
      long until,
      int columns,
      RowConsumer consumer,
      @Nullable Consumer<SealedRows> sealed) {
    database.read(handle -> {
      if (sealed != null) {
        SealedRows.read(handle, series, from, until, sealed);
      }
      try (ChunkSource source = new ChunkSource(handle)) {
        SeriesCursor cursor =
            new SeriesCursor(source, damage, series, from, until, AHEAD_ALONE, columns);
        while (cursor.next()) {
          consumer.accept(cursor.rows(), cursor.row());
        }
        return true;
      }
    });
  }

  private static <T> void merge(
      List<SeriesCursor> cursors, RowMapping<T> mapping, Predicate<T> consumer) {
    CursorHeap next = new CursorHeap(cursors);
    while (true) {
      SeriesCursor first = next.first();
      if (first == null
          || !consumer.test(mapping.read(first.rows(), first.row(), first.series().deviceId()))) {
        return;
      }
      next.step();
    }
  }

  /// The newest messages of a series, oldest of them first.
  <T> List<T> newest(Series series, int count, RowMapping<T> mapping) {
    List<T> unsealed = series.newest(count, mapping);
    if (unsealed != null) {
      return unsealed;
    }
    long newest = series.newest();
    if (newest == Series.NEVER) {
      return List.of();
    }
    for (long back = DAY_MILLIS; ; back *= 16) {
      boolean all = back > newest;
      Deque<T> found = new ArrayDeque<>();
      walk(
          List.of(series),
          new Start(all ? Long.MIN_VALUE : newest - back, ""),
          newest + 1,
          mapping,
          one -> {
            found.add(one);
            if (found.size() > count) {
              found.remove();
            }
            return true;
          });
      if (all || found.size() == count) {
        return List.copyOf(found);
      }
    }
  }

  /// Windows over one column of a series; `from` < time ≤ `until`.
  List<Bucket> aggregate(Series series, int column, long from, long until, long resolution) {
    Buckets buckets = new Buckets(series, column, from, until, resolution);
    database.read(handle -> addChunks(handle, series, from, until, buckets));
    return buckets.toList();
  }

  private boolean addChunks(Handle handle, Series series, long from, long until, Buckets into) {
    handle
        .createQuery(
            """
            SELECT * FROM chunk
            WHERE series_key = ? AND from_ms >= ? AND from_ms <= ? AND until_ms > ?
            ORDER BY from_ms\
            """)
        .bind(0, series.key())
        .bind(1, Math.max(from, Long.MIN_VALUE / 2) - series.longestSpan())
        .bind(2, until)
        .bind(3, from)
        .map((row, context) -> addChunk(row, series, into))
        .forEach(added -> {});
    return true;
  }

  private boolean addChunk(ResultSet row, Series series, Buckets into) throws SQLException {
    if (into.add(header(row))) {
      return true;
    }
    StoredChunk chunk = StoredChunk.of(row);
    try {
      into.add(chunk.data(), series.key(), chunk.from(), chunk.until());
    } catch (DamagedException damaged) {
      damage.found(chunk, series, damaged);
    }
    return false;
  }

  static ChunkHeader header(ResultSet row) throws SQLException {
    Columns columns = new Columns(row);
    return new ChunkHeader(
        row.getLong("from_ms"),
        row.getLong("until_ms"),
        row.getInt("n"),
        row.getInt("n_value"),
        columns.decimalOrNaN("min_value"),
        columns.decimalOrNaN("max_value"),
        row.getDouble("sum_value"));
  }
}
