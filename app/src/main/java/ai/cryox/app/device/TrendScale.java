package ai.cryox.app.device;

import ai.cryox.core.classify.Limit;
import ai.cryox.core.classify.StorageProfile;

/// Which temperature is how high in a trend: everything drawn and every limit fits, and the lines
/// behind it lie on round numbers.
///
/// @param least °C at the lower edge
/// @param most °C at the upper edge, more than `least`
/// @param step °C between two lines
record TrendScale(double least, double most, double step) {
  private static final double LEAST_SPAN = 2;
  private static final double MARGIN = 0.08;

  /// A scale that holds a range of values and all limits.
  ///
  /// @param low lowest value, or NaN without values, like `high`
  /// @param lines how many lines there is room for, at least 2
  static TrendScale of(double low, double high, StorageProfile limits, int lines) {
    double least = Double.isNaN(low) ? Double.POSITIVE_INFINITY : low;
    double most = Double.isNaN(high) ? Double.NEGATIVE_INFINITY : high;
    for (Limit limit : limits.limits().values()) {
      least = Math.min(least, limit.value());
      most = Math.max(most, limit.value());
    }
    if (least > most) {
      least = 0;
      most = 0;
    }
    if (most - least < LEAST_SPAN) {
      double middle = (most + least) / 2;
      least = middle - LEAST_SPAN / 2;
      most = middle + LEAST_SPAN / 2;
    }
    double margin = (most - least) * MARGIN;
    double step = step((most - least) / Math.max(2, lines));
    return new TrendScale(least - margin, most + margin, step);
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

  /// The lowest line.
  double firstLine() {
    return Math.ceil(least / step) * step;
  }

  /// How far below the upper edge a value lies, of so many px.
  double below(double value, double height) {
    return (most - value) / (most - least) * height;
  }
}
