package ai.cryox.app.trends;

import java.util.Arrays;

/// A pen squeezed into columns of one pixel without losing an extreme. Whatever the period and the
/// width, the lowest and the highest column are the smallest and the largest value of what was
/// read. Used again from picture to picture; one thread.
final class PenColumns {
  private int width;
  private int filled;
  private double[] lows = new double[0];
  private double[] highs = new double[0];
  private double[] means = new double[0];
  private boolean[] holds = new boolean[0];
  private boolean[] joined = new boolean[0];
  private double low = Double.NaN;
  private double high = Double.NaN;

  /// Squeezes what a sheet holds of a period.
  ///
  /// @param view whole steps of the sheet's resolution
  /// @param columns at least 1
  /// @param gap milliseconds; two values further apart are not joined by a line
  void squeeze(PenSheet sheet, TimeWindow view, int columns, long gap) {
    clear(columns);
    int first = sheet.firstAfter(view.from());
    double perMilli = columns / (double) view.span();
    // A window is as long as it is: only what lies further apart than that can be a gap.
    long apart = Math.max(gap, sheet.resolution() * 2);
    for (int i = first; i < sheet.size() && sheet.end(i) <= view.until(); i++) {
      int column = (int) ((sheet.middle(i) - view.from()) * perMilli);
      boolean near = i > 0 && sheet.end(i) - sheet.end(i - 1) <= apart;
      put(Math.max(0, Math.min(columns - 1, column)), sheet, i, near);
    }
  }

  private void clear(int columns) {
    if (lows.length < columns) {
      lows = new double[columns];
      highs = new double[columns];
      means = new double[columns];
      holds = new boolean[columns];
      joined = new boolean[columns];
    }
    Arrays.fill(holds, 0, columns, false);
    width = columns;
    filled = 0;
    low = Double.NaN;
    high = Double.NaN;
  }

  private void put(int column, PenSheet sheet, int i, boolean near) {
    if (holds[column]) {
      lows[column] = Math.min(lows[column], sheet.low(i));
      highs[column] = Math.max(highs[column], sheet.high(i));
    } else {
      holds[column] = true;
      joined[column] = near;
      lows[column] = sheet.low(i);
      highs[column] = sheet.high(i);
      filled++;
    }
    means[column] = sheet.mean(i);
    // Written so that the first value replaces NaN.
    low = sheet.low(i) >= low ? low : sheet.low(i);
    high = sheet.high(i) <= high ? high : sheet.high(i);
  }

  int width() {
    return width;
  }

  /// Whether so few columns hold something that lines between them look better than bars.
  boolean isSparse() {
    return filled * 3 < width;
  }

  /// Whether a column holds a value; else it has none of the others.
  boolean holds(int column) {
    return holds[column];
  }

  double low(int column) {
    return lows[column];
  }

  double high(int column) {
    return highs[column];
  }

  /// Of its last window.
  double mean(int column) {
    return means[column];
  }

  /// Whether no gap lies between this column and the one before it that holds something.
  boolean isJoined(int column) {
    return joined[column];
  }

  /// The smallest of all; NaN without values.
  double low() {
    return low;
  }

  /// The largest of all; NaN without values.
  double high() {
    return high;
  }

  /// The nearest column that holds something, at most so many away; −1 if there is none.
  int nearest(int column, int away) {
    for (int distance = 0; distance <= away; distance++) {
      if (column - distance >= 0 && column - distance < width && holds[column - distance]) {
        return column - distance;
      }
      if (column + distance >= 0 && column + distance < width && holds[column + distance]) {
        return column + distance;
      }
    }
    return -1;
  }
}
