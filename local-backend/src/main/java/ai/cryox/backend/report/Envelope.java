package ai.cryox.backend.report;

import java.time.Instant;
import java.util.Arrays;

/// The smallest and the largest value of each column of a chart, so that no peak is lost however
/// many readings a column stands for. One thread.
final class Envelope {
  private final long from;
  private final long until;
  private final long gapLimit;
  private final float[] low;
  private final float[] high;
  private boolean begun;
  private long lastTime;
  private double lastValue;

  /// @param from epoch milliseconds
  /// @param until epoch milliseconds, later
  /// @param columns at least one
  /// @param gapLimit a value stands for so many milliseconds at most
  Envelope(long from, long until, int columns, long gapLimit) {
    this.from = from;
    this.until = until;
    this.gapLimit = gapLimit;
    this.low = new float[columns];
    this.high = new float[columns];
    Arrays.fill(low, Float.NaN);
    Arrays.fill(high, Float.NaN);
  }

  /// @param time epoch milliseconds, in order; what lies outside is left out
  void add(long time, double value) {
    if (time < from || time >= until) {
      return;
    }
    int column = column(time);
    if (begun && time - lastTime <= gapLimit) {
      for (int between = column(lastTime) + 1; between < column; between++) {
        put(between, lastValue);
      }
    }
    put(column, value);
    begun = true;
    lastTime = time;
    lastValue = value;
  }

  private int column(long time) {
    return (int) ((time - from) * low.length / (until - from));
  }

  private void put(int column, double value) {
    float exact = (float) value;
    if (!(low[column] <= exact)) {
      low[column] = exact;
    }
    if (!(high[column] >= exact)) {
      high[column] = exact;
    }
  }

  /// The first instant of the first column.
  Instant from() {
    return Instant.ofEpochMilli(from);
  }

  /// The end of the last column.
  Instant until() {
    return Instant.ofEpochMilli(until);
  }

  int columns() {
    return low.length;
  }

  boolean isEmpty(int column) {
    return Float.isNaN(low[column]);
  }

  double low(int column) {
    return low[column];
  }

  double high(int column) {
    return high[column];
  }

  /// Where a time lies, 0 to 1.
  double position(long time) {
    return (double) (time - from) / (until - from);
  }
}
