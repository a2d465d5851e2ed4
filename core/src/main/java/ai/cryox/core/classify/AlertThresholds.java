package ai.cryox.core.classify;

import org.jspecify.annotations.Nullable;

/// A device's own pair of limits, °C; `null` = none on that side.
///
/// @param temperatureHigh critical strictly above it
/// @param temperatureLow critical strictly below it
public record AlertThresholds(@Nullable Double temperatureHigh, @Nullable Double temperatureLow) {
  /// Why these limits make no sense, in a sentence; `null` if they do.
  public @Nullable String problem() {
    if (isNoNumber(temperatureHigh) || isNoNumber(temperatureLow)) {
      return "A limit must be a number.";
    }
    if (temperatureHigh != null && temperatureLow != null && temperatureHigh <= temperatureLow) {
      return "The high limit (%s °C) must be above the low limit (%s °C)."
          .formatted(temperatureHigh, temperatureLow);
    }
    return null;
  }

  private static boolean isNoNumber(@Nullable Double limit) {
    return limit != null && !Double.isFinite(limit);
  }
}
