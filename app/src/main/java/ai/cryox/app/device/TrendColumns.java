package ai.cryox.app.device;

/// A period squeezed into columns of one pixel without losing an extreme: each column keeps the
/// first, lowest, highest and last of the values that fall into it. Whatever the width, the lowest
/// and the highest column are the lowest and the highest value stored. Immutable.
final class TrendColumns {
  private final int width;
  private final int[] counts;
  private final double[] firsts;
  private final double[] lows;
  private final double[] highs;
  private final double[] lasts;
  private final boolean[] joined;
  private double low = Double.NaN;
  private double high = Double.NaN;

  private TrendColumns(int width) {
    this.width = width;
    counts = new int[width];
    firsts = new double[width];
    lows = new double[width];
    highs = new double[width];
    lasts = new double[width];
    joined = new boolean[width];
  }

  /// Squeezes `from` ≤ time < `until`.
  ///
  /// @param from epoch milliseconds, like `until`, which is later
  /// @param width columns, at least 1
  /// @param gap milliseconds; two values further apart are not joined by a line
  static TrendColumns of(Samples samples, long from, long until, int width, long gap) {
    TrendColumns columns = new TrendColumns(width);
    int end = samples.firstFrom(until);
    for (int i = samples.firstFrom(from); i < end; i++) {
      long time = samples.time(i);
      int column = (int) ((time - from) * width / (until - from));
      boolean near = i > 0 && time - samples.time(i - 1) <= gap;
      columns.put(column, samples.value(i), near);
    }
    return columns;
  }

  private void put(int column, double value, boolean near) {
    if (counts[column]++ == 0) {
      joined[column] = near;
      firsts[column] = value;
      lows[column] = value;
      highs[column] = value;
    } else {
      lows[column] = Math.min(lows[column], value);
      highs[column] = Math.max(highs[column], value);
    }
    lasts[column] = value;
    // Written so that the first value replaces NaN.
    low = value >= low ? low : value;
    high = value <= high ? high : value;
  }

  int width() {
    return width;
  }

  /// How many values fall into a column; without any it has no others of these.
  int count(int column) {
    return counts[column];
  }

  double first(int column) {
    return firsts[column];
  }

  double low(int column) {
    return lows[column];
  }

  double high(int column) {
    return highs[column];
  }

  double last(int column) {
    return lasts[column];
  }

  /// Whether no gap lies between this column's first value and the one before it.
  boolean isJoined(int column) {
    return joined[column];
  }

  /// The lowest of all; NaN without values.
  double low() {
    return low;
  }

  /// The highest of all; NaN without values.
  double high() {
    return high;
  }
}
