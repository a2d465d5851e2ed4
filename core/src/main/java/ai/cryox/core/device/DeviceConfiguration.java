package ai.cryox.core.device;

import ai.cryox.core.classify.AlertThresholds;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a device is told to do, or says it does; `null` = nothing said.
///
/// @param samplingRate seconds between two readings, 1 to 86,400
/// @param alertThresholds the device's own limits
public record DeviceConfiguration(
    @Nullable Integer samplingRate, @Nullable AlertThresholds alertThresholds) {
  /// Nothing said.
  public static final DeviceConfiguration NONE = new DeviceConfiguration(null, null);

  /// Why this configuration makes no sense, in a sentence; `null` if it does.
  public @Nullable String problem() {
    if (samplingRate != null && (samplingRate < 1 || samplingRate > 86_400)) {
      return "samplingRate must be 1 to 86400 seconds, not " + samplingRate + ".";
    }
    return alertThresholds == null ? null : alertThresholds.problem();
  }

  /// Whether who says that they do that other thing do this as well.
  public boolean isDoneBy(DeviceConfiguration other) {
    return (samplingRate == null || samplingRate.equals(other.samplingRate))
        && (alertThresholds == null || alertThresholds.equals(other.alertThresholds));
  }

  /// The time between two readings, if said.
  public @Nullable Duration samplingPeriod() {
    return samplingRate == null ? null : Duration.ofSeconds(samplingRate);
  }
}
