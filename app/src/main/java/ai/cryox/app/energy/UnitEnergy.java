package ai.cryox.app.energy;

import ai.cryox.core.energy.Baseline;
import ai.cryox.core.energy.Tariff;
import ai.cryox.core.reading.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one unit drew in a period, from its windows of five minutes. Pure; do not change the array.
///
/// @param deviceId whose
/// @param windows in which it said its power
/// @param watts mean power in those; NaN if there are none
/// @param efficiency mean cooling efficiency, 0 to 1; NaN if it said none
/// @param share of the period in which it said its power, 0 to 1
/// @param bars mean power of each bar of the chart, W; NaN where it said none
record UnitEnergy(
    String deviceId, int windows, double watts, double efficiency, double share, double[] bars) {
  /// Tumbling windows of stream analytics.
  static final Duration WINDOW = Duration.ofMinutes(5);

  private static final double HOURS = WINDOW.toSeconds() / 3_600.0;

  /// Sums up a period that ends at a whole window.
  ///
  /// @param power windows, oldest first
  /// @param efficiency windows, oldest first
  static UnitEnergy of(
      String deviceId,
      EnergyPeriod period,
      Instant until,
      List<Bucket> power,
      List<Bucket> efficiency) {
    double[] sums = new double[period.bars()];
    int[] counts = new int[period.bars()];
    long from = until.minus(period.length()).toEpochMilli();
    for (Bucket window : power) {
      // A window belongs to the bar that its end lies in, ends included.
      long into = window.end().toEpochMilli() - 1 - from;
      int bar = (int) Math.floorDiv(into, period.bar().toMillis());
      if (bar >= 0 && bar < sums.length) {
        sums[bar] += window.mean();
        counts[bar]++;
      }
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] = counts[i] == 0 ? Double.NaN : sums[i] / counts[i];
    }
    return new UnitEnergy(
        deviceId,
        power.size(),
        mean(power),
        mean(efficiency),
        Math.min(1, power.size() * (double) WINDOW.toMillis() / period.length().toMillis()),
        sums);
  }

  private static double mean(List<Bucket> windows) {
    return windows.stream().mapToDouble(Bucket::mean).average().orElse(Double.NaN);
  }

  /// Whether it said its power at all.
  boolean isKnown() {
    return windows > 0;
  }

  /// Energy drawn in the windows that are known, kWh.
  double kilowattHours() {
    return isKnown() ? watts * windows * HOURS / 1_000 : Double.NaN;
  }

  /// What that is a day, kWh.
  double kilowattHoursPerDay() {
    return watts * 24 / 1_000;
  }

  /// What it cost; NaN if nobody said what energy costs.
  double cost(@Nullable Tariff tariff) {
    return tariff == null ? Double.NaN : kilowattHours() * tariff.pricePerKilowattHour();
  }

  /// Energy saved against a baseline in the windows that are known, kWh; negative if it drew more.
  double saved(@Nullable Baseline baseline) {
    return baseline == null || !isKnown()
        ? Double.NaN
        : (baseline.watts() - watts) * windows * HOURS / 1_000;
  }

  /// Of the baseline, 1 = all of it.
  double savedShare(@Nullable Baseline baseline) {
    return baseline == null || !isKnown() || baseline.watts() <= 0
        ? Double.NaN
        : (baseline.watts() - watts) / baseline.watts();
  }

  /// Several units together, bar by bar: a bar of which one is missing is the sum of the others.
  static double[] together(List<UnitEnergy> units, int bars) {
    double[] sums = new double[bars];
    Arrays.fill(sums, Double.NaN);
    for (UnitEnergy unit : units) {
      for (int i = 0; i < bars; i++) {
        double bar = unit.bars()[i];
        if (!Double.isNaN(bar)) {
          sums[i] = Double.isNaN(sums[i]) ? bar : sums[i] + bar;
        }
      }
    }
    return sums;
  }
}
