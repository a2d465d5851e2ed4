package ai.cryox.backend.series;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Decimal numbers; NaN stands for nothing. What is written is read back to the last bit. One
/// thread.
///
/// Sensors say two or three decimals: such numbers are packed as whole hundredths or thousandths,
/// after a check that each one comes back exactly; others as they are in memory.
final class DecimalColumn extends Column {
  private static final double[] SCALES = {1, 10, 100, 1e3, 1e4, 1e5, 1e6};
  private static final int UNSCALED = 0xFF;

  /// Beyond it not every whole number is a double.
  private static final double LARGEST_WHOLE = 1L << 53;

  private double first = Double.NaN;
  private double @Nullable [] values;

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
    while (size < rows) {
      add(Double.NaN);
    }
  }

  void add(double value) {
    if (size == 0) {
      first = value;
      values = null;
    } else if (values == null && !same(value, first)) {
      values = new double[Math.max(SPARE, size * 2)];
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

  private static boolean same(double a, double b) {
    return Double.doubleToLongBits(a) == Double.doubleToLongBits(b);
  }

  @Override
  void copy(int row, Column other, int otherRow) {
    if (other.size > otherRow) {
      set(row, ((DecimalColumn) other).get(otherRow));
    }
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
    double[] numbers = new double[present];
    int at = 0;
    for (int row = 0; row < size; row++) {
      double value = get(row);
      if (!Double.isNaN(value)) {
        numbers[at++] = value;
      }
    }
    if (present > 0) {
      writeNumbers(out, numbers);
    }
  }

  private static void writeNumbers(ByteWriter out, double[] numbers) {
    long[] whole = new long[numbers.length];
    for (int scale = 0; scale < SCALES.length; scale++) {
      if (scaled(numbers, SCALES[scale], whole)) {
        out.put(scale);
        PackedLongs.write(out, whole, whole.length);
        return;
      }
    }
    out.put(UNSCALED);
    for (double number : numbers) {
      out.putLong(Double.doubleToLongBits(number), Long.BYTES);
    }
  }

  private static boolean scaled(double[] numbers, double scale, long[] whole) {
    for (int i = 0; i < numbers.length; i++) {
      double stretched = numbers[i] * scale;
      if (!(Math.abs(stretched) < LARGEST_WHOLE)) {
        return false;
      }
      long rounded = Math.round(stretched);
      if (!same(rounded / scale, numbers[i])) {
        return false;
      }
      whole[i] = rounded;
    }
    return true;
  }

  @Override
  void read(ByteReader in, int rows) throws DamagedException {
    boolean[] present = readPresence(in, rows);
    int count = count(present);
    double[] numbers = count == 0 ? new double[0] : readNumbers(in, count);
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

  private static double[] readNumbers(ByteReader in, int count) throws DamagedException {
    double[] numbers = new double[count];
    int scale = in.get();
    if (scale == UNSCALED) {
      for (int i = 0; i < count; i++) {
        numbers[i] = Double.longBitsToDouble(in.getLong(Long.BYTES));
      }
      return numbers;
    }
    if (scale >= SCALES.length) {
      throw new DamagedException("an unknown scale " + scale);
    }
    long[] whole = new long[count];
    PackedLongs.read(in, whole, count);
    for (int i = 0; i < count; i++) {
      numbers[i] = whole[i] / SCALES[scale];
    }
    return numbers;
  }
}
