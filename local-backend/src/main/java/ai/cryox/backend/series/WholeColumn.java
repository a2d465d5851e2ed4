package ai.cryox.backend.series;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Whole numbers. One thread.
final class WholeColumn extends Column {
  /// Stands for nothing.
  static final long EMPTY = Long.MIN_VALUE;

  private long first = EMPTY;
  private long @Nullable [] values;

  /// An array that was cleared, to be used again.
  private long @Nullable [] spare;

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
    if (size < rows && values == null && (size == 0 || first == EMPTY)) {
      first = EMPTY;
      size = rows;
    }
    while (size < rows) {
      add(EMPTY);
    }
  }

  void add(long value) {
    if (size == 0) {
      first = value;
      values = null;
    } else if (values == null && value != first) {
      makeArray(size + 1);
    }
    if (values != null) {
      if (size == values.length) {
        values = Arrays.copyOf(values, grown(size));
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
  void copyAll(int row, Column other, int[] rows) {
    WholeColumn from = (WholeColumn) other;
    int count = rows.length;
    boolean whole = count > 0 && rows[count - 1] < from.size;
    if (whole && from.values == null && from.first != EMPTY) {
      addSame(row, from.first, count);
    } else if (whole && from.values != null && values != null && size == row) {
      addEach(values, from.values, rows, count);
    } else {
      for (int at = 0; at < count; at++) {
        copy(row + at, from, rows[at]);
      }
    }
  }

  private void addSame(int row, long value, int count) {
    pad(row);
    add(value);
    if (values == null) {
      size += count - 1;
    } else {
      for (int at = 1; at < count; at++) {
        add(value);
      }
    }
  }

  private void addEach(long[] mine, long[] theirs, int[] rows, int count) {
    long[] into = mine;
    if (size + count > into.length) {
      into = Arrays.copyOf(into, grown(size + count));
      values = into;
    }
    for (int at = 0; at < count; at++) {
      into[size + at] = theirs[rows[at]];
    }
    size += count;
  }

  /// An array for all that were the same until now, and more.
  private void makeArray(int room) {
    long[] made =
        spare != null && spare.length >= room ? spare : new long[Math.max(SPARE, grown(room))];
    spare = null;
    Arrays.fill(made, 0, size, first);
    values = made;
  }

  @Override
  void clear() {
    if (values != null) {
      spare = values;
      values = null;
    }
    first = EMPTY;
    size = 0;
  }

  @Override
  boolean isUniform() {
    return values == null;
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
    if (present == 0) {
      return;
    }
    if (isUniform()) {
      PackedLongs.writeConstant(out, first);
      return;
    }
    long[] numbers = out.scratch.numbers(present);
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
