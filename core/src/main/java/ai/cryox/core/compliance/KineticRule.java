package ai.cryox.core.compliance;

import java.time.Duration;
import java.util.Optional;

/// By which mean kinetic temperature goods are judged. There is none for frozen goods and food: the
/// mean says nothing of them.
public enum KineticRule {
  /// Controlled cold, 2 to 8 °C: 24 consecutive hours.
  COLD(2, 8, Duration.ofHours(24), 15),
  /// Controlled room temperature, 20 to 25 °C: 30 consecutive days.
  ROOM(20, 25, Duration.ofDays(30), 30);

  private final double low;
  private final double high;
  private final Duration window;
  private final double highest;

  KineticRule(double low, double high, Duration window, double highest) {
    this.low = low;
    this.high = high;
    this.window = window;
    this.highest = highest;
  }

  /// The rule for goods kept in this range, if there is one.
  public static Optional<KineticRule> of(StorageRange range) {
    for (KineticRule rule : values()) {
      if (range.low() == rule.low && range.high() == rule.high) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  /// The mean of no window may be above this, °C.
  public double limit() {
    return high;
  }

  /// How long a window is.
  public Duration window() {
    return window;
  }

  /// No excursion may be warmer than this, °C, whatever the mean.
  public double highest() {
    return highest;
  }
}
