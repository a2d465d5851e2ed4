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
    return row >= size ? EMPTY : values == null ? first : values[row];
  }

  /// Sets the value of a row, the next or a later one.
  void set(int row, long value) {
    if (value != EMPTY) {
      pad(row);
      add(value);
    }
  }

  @Override
  void pad(int rows) {
    while (size < rows) {
      add(EMPTY);
    }
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
  void copy(int row, Column other, int otherRow) {
    if (other.size > otherRow) {
      set(row, ((WholeColumn) other).get(otherRow));
    }
  }

  @Override
  Column slice(int from, int until) {
    WholeColumn slice = new WholeColumn();
    slice.size = Math.max(0, Math.min(until, size) - from);
    slice.first = slice.size == 0 ? EMPTY : get(from);
    if (values != null && slice.size > 0) {
      slice.values = Arrays.copyOfRange(values, from, from + slice.size + SPARE);
    }
    return slice;
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
