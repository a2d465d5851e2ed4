package ai.cryox.backend.series;

import ai.cryox.core.reading.Bucket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Adds rows up to windows. A chunk that lies within one window is added by its header alone. One
/// thread.
public final class Buckets {
  private final int column;
  private final long from;
  private final long until;
  private final long resolution;
  private final Rows unsealed;
  private final Map<Long, Sum> sums = new TreeMap<>();
  private Sum last = new Sum();
  private long lastEnd = Series.NEVER;

  private static final class Sum {
    private double smallest = Double.POSITIVE_INFINITY;
    private double largest = Double.NEGATIVE_INFINITY;
    private double sum;
    private long count;

    void add(double low, double high, double total, long values) {
      smallest = Math.min(smallest, low);
      largest = Math.max(largest, high);
      sum += total;
      count += values;
    }
  }

  /// Begins with the rows of a series that are not sealed. If they are sealed while we look, they
  /// are not counted again.
  ///
  /// @param column whose values are added up, a decimal one
  /// @param from rows with `from` < time ≤ `until` count; epoch milliseconds
  /// @param until epoch milliseconds
  /// @param resolution milliseconds, at least 1
  public Buckets(Series series, int column, long from, long until, long resolution) {
    this.column = column;
    this.from = from;
    this.until = until;
    this.resolution = resolution;
    this.unsealed = series.between(from, until == Long.MAX_VALUE ? until : until + 1);
    addAll(unsealed, false);
  }

  /// Adds a chunk by its header, if that is enough.
  ///
  /// @return `false` if its rows must be added
  public boolean add(ChunkHeader chunk) {
    if (column != Schema.VALUE
        || chunk.from() <= from
        || chunk.until() > until
        || end(chunk.from()) != end(chunk.until())
        || hasUnsealed(chunk.from(), chunk.until())) {
      return false;
    }
    if (chunk.values() > 0) {
      sum(end(chunk.from())).add(chunk.smallest(), chunk.largest(), chunk.sum(), chunk.values());
    }
    return true;
  }

  private boolean hasUnsealed(long first, long last) {
    int row = unsealed.firstNotBefore(first, unsealed.size());
    return row < unsealed.size() && unsealed.time(row) <= last;
  }

  private void addAll(Rows rows, boolean sealed) {
    DecimalColumn values = rows.decimal(column);
    int first = rows.firstNotBefore(from + 1, rows.size());
    for (int row = first; row < rows.size() && rows.time(row) <= until; row++) {
      long time = rows.time(row);
      double value = values.get(row);
      if (!Double.isNaN(value) && !(sealed && unsealed.find(time) >= 0)) {
        sum(end(time)).add(value, value, value, 1);
      }
    }
  }

  /// Unpacks what is needed of a chunk and adds its rows.
  ///
  /// @throws DamagedException if the bytes are not what was written there
  public void add(byte[] chunk, long... place) throws DamagedException {
    addAll(RowsCodec.decodeFirst(chunk, column + 1, place), true);
  }

  private long end(long time) {
    return Math.floorDiv(time - 1, resolution) * resolution + resolution;
  }

  private Sum sum(long end) {
    if (end != lastEnd) {
      last = sums.computeIfAbsent(end, none -> new Sum());
      lastEnd = end;
    }
    return last;
  }

  /// What it comes to, oldest first.
  public List<Bucket> toList() {
    List<Bucket> buckets = new ArrayList<>(sums.size());
    sums.forEach((end, sum) ->
        buckets.add(
            new Bucket(
                Instant.ofEpochMilli(end),
                sum.smallest,
                sum.sum / sum.count,
                sum.largest,
                sum.count)));
    return buckets;
  }
}
