package ai.cryox.simulator.fleet;

import ai.cryox.core.classify.AlertThresholds;
import ai.cryox.core.classify.Level;
import ai.cryox.core.classify.Limit;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.reading.Location;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One sensor of the fleet and the unit it hangs in: all that a registry would be told of it.
///
/// @param number 1 for the fleet's first device
/// @param deviceId `temp_001` and so on, unique over the fleet
/// @param facilityId `warehouse_001` and so on
/// @param zone the part of the facility
/// @param name what people call it
/// @param kind the kind of unit
/// @param location of the facility
/// @param samplingPeriod between two readings, a millisecond or more
public record SimulatedDevice(
    int number,
    String deviceId,
    String facilityId,
    String zone,
    String name,
    UnitKind kind,
    Location location,
    Duration samplingPeriod) {
  /// The id of the storage profile that fits it, one of core's.
  public String profileId() {
    return kind.profile().id();
  }

  /// What the device says it works with: its rate in whole seconds and the critical limits of its
  /// profile.
  public DeviceConfiguration configuration() {
    long seconds = Math.clamp(samplingPeriod.toSeconds(), 1, 86_400);
    return new DeviceConfiguration((int) seconds, thresholds());
  }

  private AlertThresholds thresholds() {
    StorageProfile profile = kind.profile();
    return new AlertThresholds(
        value(profile.limit(Level.HIGH_HIGH)), value(profile.limit(Level.LOW_LOW)));
  }

  private static @Nullable Double value(@Nullable Limit limit) {
    return limit == null ? null : limit.value();
  }
}
