package ai.cryox.backend.energy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a device drew less than it did before.
///
/// @param baseline mean power over the seven days before the period, W
/// @param power mean power in the period, W
/// @param windows of the period in which the device said its power
public record Saving(double baseline, double power, int windows) {
  /// What the period is compared with.
  public static final Duration BASELINE = Duration.ofDays(7);

  /// A baseline of less than a day in all would be the weather's.
  private static final int FEWEST_WINDOWS = (int) Duration.ofDays(1).dividedBy(EnergyWindow.LENGTH);

  /// Compares a device's period with the seven days before it; `null` if it said too little of its
  /// power to tell.
  public static @Nullable Saving of(
      EnergyReader energy, String deviceId, Instant from, List<EnergyWindow> period) {
    List<EnergyWindow> now = withPower(period);
    if (now.isEmpty()) {
      return null;
    }
    List<EnergyWindow> before = withPower(energy.windows(deviceId, from.minus(BASELINE), from));
    return before.size() < FEWEST_WINDOWS ? null : new Saving(mean(before), mean(now), now.size());
  }

  private static List<EnergyWindow> withPower(List<EnergyWindow> windows) {
    return windows.stream().filter(window -> Double.isFinite(window.power())).toList();
  }

  private static double mean(List<EnergyWindow> windows) {
    return windows.stream().mapToDouble(EnergyWindow::power).average().orElse(Double.NaN);
  }

  /// Power saved, W; negative if it drew more.
  public double watts() {
    return baseline - power;
  }

  /// Of the baseline, 1 = all of it; NaN if the baseline is nothing.
  public double share() {
    return baseline > 0 ? watts() / baseline : Double.NaN;
  }

  /// Energy saved in the windows of the period, kWh.
  public double kilowattHours() {
    return watts() * windows * EnergyWindow.LENGTH.toSeconds() / 3_600 / 1_000;
  }
}
