package ai.cryox.backend.report;

import ai.cryox.core.compliance.StorageRange;
import java.util.ArrayList;
import java.util.List;

/// Which temperatures a chart shows, and at which of them it has lines.
///
/// @param low °C at its bottom
/// @param high °C at its top
/// @param step between two lines, °C
record ChartScale(double low, double high, double step) {
  private static final double[] STEPS = {0.5, 1, 2, 5, 10, 20, 50, 100};
  private static final int MOST_LINES = 7;

  /// Wide enough for every value and every range.
  static ChartScale of(Envelope chart, List<StorageRange> ranges) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int column = 0; column < chart.columns(); column++) {
      if (!chart.isEmpty(column)) {
        low = Math.min(low, chart.low(column));
        high = Math.max(high, chart.high(column));
      }
    }
    for (StorageRange range : ranges) {
      low = Double.isFinite(range.low()) ? Math.min(low, range.low()) : low;
      high = Double.isFinite(range.high()) ? Math.max(high, range.high()) : high;
      low = Double.isFinite(range.high()) ? Math.min(low, range.high()) : low;
      high = Double.isFinite(range.low()) ? Math.max(high, range.low()) : high;
    }
    if (low > high) {
      low = 0;
      high = 10;
    }
    double step = step(Math.max(1, high - low));
    double bottom = Math.floor((low - step * 0.2) / step) * step;
    double top = Math.ceil((high + step * 0.2) / step) * step;
    return new ChartScale(bottom, top, step);
  }

  private static double step(double span) {
    for (double step : STEPS) {
      if (span / step <= MOST_LINES - 2) {
        return step;
      }
    }
    return STEPS[STEPS.length - 1];
  }

  /// The temperatures at which there is a line, rising.
  List<Double> lines() {
    List<Double> lines = new ArrayList<>();
    for (int i = 0; low + i * step <= high + step / 2; i++) {
      lines.add(low + i * step);
    }
    return lines;
  }

  /// How high a temperature lies, 0 at the bottom and 1 at the top.
  double position(double celsius) {
    return (celsius - low) / (high - low);
  }
}
