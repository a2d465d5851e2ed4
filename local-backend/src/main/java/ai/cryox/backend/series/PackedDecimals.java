package ai.cryox.backend.series;

/// Decimal numbers in few bits. Sensors say two or three decimals: such numbers are packed as whole
/// hundredths or thousandths, after a check that each one comes back exactly; others as they are in
/// memory.
final class PackedDecimals {
  private static final double[] SCALES = {1, 10, 100, 1e3, 1e4, 1e5, 1e6};
  private static final int UNSCALED = 0xFF;

  /// Beyond it not every whole number is a double.
  private static final double LARGEST_WHOLE = 1L << 53;

  private PackedDecimals() {}

  static void write(ByteWriter out, double[] numbers, int count) {
    long[] whole = out.scratch.numbers(count);
    for (int scale = 0; scale < SCALES.length; scale++) {
      if (scaled(numbers, count, SCALES[scale], whole)) {
        out.put(scale);
        PackedLongs.write(out, whole, count);
        return;
      }
    }
    out.put(UNSCALED);
    for (int i = 0; i < count; i++) {
      out.putLong(Double.doubleToLongBits(numbers[i]), Long.BYTES);
    }
  }

  private static boolean scaled(double[] numbers, int count, double scale, long[] whole) {
    for (int i = 0; i < count; i++) {
      double stretched = numbers[i] * scale;
      if (!(Math.abs(stretched) < LARGEST_WHOLE)) {
        return false;
      }
      // One instruction each, unlike Math.round.
      double rounded = Math.rint(stretched) + 0.0;
      if (!DecimalColumn.same(rounded / scale, numbers[i])) {
        return false;
      }
      whole[i] = (long) rounded;
    }
    return true;
  }

  static double[] read(ByteReader in, int count) throws DamagedException {
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
