package ai.cryox.backend.series;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Decimal numbers; NaN stands for nothing. What is written is read back to the last bit. One
/// thread.
final class DecimalColumn extends Column {
  private double first = Double.NaN;
  private double @Nullable [] values;

  /// An array that was cleared, to be used again.
  private double @Nullable [] spare;

  double get(int row) {
    return row >= size ? Double.NaN : values == null ? first : values[row];
  }

  /// Sets the value of a row, the next or a later one.
  void set(int row, double value) {
    if (!Double.isNaN(value)) {
      pad(row);
      add(value);
    }
  }

  @Override
  void pad(int rows) {
    if (size < rows && values == null && (size == 0 || Double.isNaN(first))) {
      first = Double.NaN;
      size = rows;
    }
    while (size < rows) {
      add(Double.NaN);
    }
  }

  void add(double value) {
    if (size == 0) {
      first = value;
      values = null;
    } else if (values == null && !same(value, first)) {
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

  /// Whether they are the same to the last bit.
  static boolean same(double a, double b) {
    return Double.doubleToLongBits(a) == Double.doubleToLongBits(b);
  }

  @Override
  void copy(int row, Column other, int otherRow) {
    if (other.size > otherRow) {
      set(row, ((DecimalColumn) other).get(otherRow));
    }
  }

  @Override
  void copyAll(int row, Column other, int[] rows) {
    DecimalColumn from = (DecimalColumn) other;
    int count = rows.length;
    boolean whole = count > 0 && rows[count - 1] < from.size;
    if (whole && from.values == null && !Double.isNaN(from.first)) {
      addSame(row, from.first, count);
    } else if (whole && from.values != null && values != null && size == row) {
      addEach(values, from.values, rows, count);
    } else {
      for (int at = 0; at < count; at++) {
        copy(row + at, from, rows[at]);
      }
    }
  }

  private void addSame(int row, double value, int count) {
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

  private void addEach(double[] mine, double[] theirs, int[] rows, int count) {
    double[] into = mine;
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
    double[] made =
        spare != null && spare.length >= room ? spare : new double[Math.max(SPARE, grown(room))];
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
    first = Double.NaN;
    size = 0;
  }

  @Override
  boolean isUniform() {
    return values == null;
  }

  @Override
  Column slice(int from, int until) {
    DecimalColumn slice = new DecimalColumn();
    slice.size = Math.max(0, Math.min(until, size) - from);
    slice.first = slice.size == 0 ? Double.NaN : get(from);
    if (values != null && slice.size > 0) {
      slice.values = Arrays.copyOfRange(values, from, from + slice.size + SPARE);
    }
    return slice;
  }

  @Override
  boolean isEmpty(int row) {
    return Double.isNaN(get(row));
  }

  @Override
  void write(ByteWriter out) {
    int present = writePresence(out);
    if (present == 0) {
      return;
    }
    double[] numbers = out.scratch.decimals(present);
    int at = 0;
    for (int row = 0; row < size; row++) {
      double value = get(row);
      if (!Double.isNaN(value)) {
        numbers[at++] = value;
      }
    }
    PackedDecimals.write(out, numbers, present);
  }

  @Override
  void read(ByteReader in, int rows) throws DamagedException {
    boolean[] present = readPresence(in, rows);
    int count = count(present);
    double[] numbers = count == 0 ? new double[0] : PackedDecimals.read(in, count);
    if (count == rows && rows > 0) {
      values = numbers;
      first = numbers[0];
      size = rows;
      return;
    }
    int at = 0;
    for (int row = 0; row < rows; row++) {
      add(present[row] ? numbers[at++] : Double.NaN);
    }
  }
}
