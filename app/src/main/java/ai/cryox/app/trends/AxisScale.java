package ai.cryox.app.trends;

/// Which value is how high: everything drawn fits, and edges and lines lie on round numbers, so
/// that the picture stands still while it is moved sideways. Pure.
///
/// @param least at the lower edge
/// @param most at the upper edge, more than `least`
/// @param step between two lines
record AxisScale(double least, double most, double step) {
  private static final double LEAST_SPAN = 1;

  /// A scale that holds these values.
  ///
  /// @param low lowest value, or NaN without values, like `high`
  /// @param lines how many lines there is room for, at least 2
  static AxisScale of(double low, double high, int lines) {
    double bottom = Double.isNaN(low) ? 0 : low;
    double top = Double.isNaN(high) ? LEAST_SPAN : high;
    if (top - bottom < LEAST_SPAN) {
      double middle = (top + bottom) / 2;
      bottom = middle - LEAST_SPAN / 2;
      top = middle + LEAST_SPAN / 2;
    }
    double step = step((top - bottom) / Math.max(2, lines - 1));
    return new AxisScale(
        Math.floor(bottom / step - 0.1) * step, Math.ceil(top / step + 0.1) * step, step);
  }

  /// The round number that is not smaller.
  private static double step(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= rough * 0.999) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  /// How far below the upper edge a value lies, of so many px.
  double below(double value, double height) {
    return (most - value) / (most - least) * height;
  }
}
