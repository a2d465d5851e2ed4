package ai.cryox.backend.series;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Whole numbers. One thread.
final class WholeColumn extends Column {
  /// Stands for nothing.
  static final long EMPTY = Long.MIN_VALUE;

  private long first = EMPTY;
  private long @Nullable [] values;

  long get(int row) {
    return values == null ? first : values[row];
  }

  void add(long value) {
    if (size == 0) {
      first = value;
      values = null;
    } else if (values == null && value != first) {
      values = new long[Math.max(SPARE, size * 2)];
      Arrays.fill(values, 0, size, first);
    }
    if (values != null) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size] = value;
    }
    size++;
  }

  @Override
  void copy(Column other, int row) {
    add(((WholeColumn) other).get(row));
  }

  @Override
  Column slice(int from, int until) {
    WholeColumn slice = new WholeColumn();
    slice.size = until - from;
    if (values == null) {
      slice.first = first;
    } else if (from < until) {
      slice.first = values[from];
      slice.values = Arrays.copyOfRange(values, from, until + SPARE);
    }
    return slice;
  }

  @Override
  void truncate(int rows) {
    size = rows;
  }

  @Override
  boolean isEmpty(int row) {
    return get(row) == EMPTY;
  }

  @Override
  void write(ByteWriter out) {
    int present = writePresence(out);
    long[] numbers = new long[present];
    int at = 0;
    for (int row = 0; row < size; row++) {
      long value = get(row);
      if (value != EMPTY) {
        numbers[at++] = value;
      }
    }
    PackedLongs.write(out, numbers, present);
  }

  @Override
  void read(ByteReader in, int rows) throws DamagedException {
    boolean[] present = readPresence(in, rows);
    int count = count(present);
    long[] numbers = new long[count];
    PackedLongs.read(in, numbers, count);
    if (count == rows && rows > 0) {
      values = numbers;
      first = numbers[0];
      size = rows;
      return;
    }
    int at = 0;
    for (int row = 0; row < rows; row++) {
      add(present[row] ? numbers[at++] : EMPTY);
    }
  }
}
