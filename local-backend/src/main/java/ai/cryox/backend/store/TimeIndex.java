package ai.cryox.backend.store;

import ai.cryox.backend.series.Rows;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Rows in any order, to be looked up by time. One thread.
final class TimeIndex {
  private final Rows rows;
  private final int[] order;

  TimeIndex(Rows rows) {
    this.rows = rows;
    this.order =
        rows.isOrdered()
            ? IntStream.range(0, rows.size()).toArray()
            : IntStream.range(0, rows.size())
                .boxed()
                .sorted((a, b) -> Long.compare(rows.time(a), rows.time(b)))
                .mapToInt(Integer::intValue)
                .toArray();
  }

  Rows rows() {
    return rows;
  }

  int size() {
    return order.length;
  }

  /// The time of the i-th row in order of time.
  long time(int i) {
    return rows.time(order[i]);
  }

  /// Which row is the i-th in order of time.
  int row(int i) {
    return order[i];
  }

  /// The place of the first row not before that time.
  int firstNotBefore(long time) {
    int low = 0;
    int high = order.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (time(middle) < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// The times that more than one row has.
  long[] repeated() {
    return Arrays.stream(IntStream.range(1, size()).toArray())
        .filter(i -> time(i) == time(i - 1))
        .mapToLong(this::time)
        .distinct()
        .toArray();
  }
}
