package ai.cryox.core.device;

import ai.cryox.core.classify.AlertThresholds;
import ai.cryox.core.classify.ProfileBook;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.classify.StorageProfiles;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One sensor in the registry.
///
/// @param deviceId unique over all facilities, case-sensitive
/// @param facilityId the facility it stands in
/// @param zone the part of the facility; empty until somebody says
/// @param name what people call it; the device id until somebody says
/// @param profileId the storage profile that people gave it, or `null` until they do
/// @param confirmed `false` for a device that registered itself and that nobody has looked at yet
/// @param desired what people told it to do
/// @param reported what it says it does
/// @param firstSeen when it was registered
public record Device(
    String deviceId,
    String facilityId,
    String zone,
    String name,
    @Nullable String profileId,
    boolean confirmed,
    DeviceConfiguration desired,
    DeviceConfiguration reported,
    Instant firstSeen) {
  /// The seed's sampling period, assumed until the device or a person says otherwise.
  public static final Duration DEFAULT_SAMPLING_PERIOD = Duration.ofSeconds(30);

  private static final Duration SHORTEST_LIVE_WINDOW = Duration.ofMinutes(5);

  /// A device that registers itself by speaking.
  public static Device unconfirmed(String deviceId, String facilityId, Instant now) {
    return new Device(
        deviceId,
        facilityId,
        "",
        deviceId,
        null,
        false,
        DeviceConfiguration.NONE,
        DeviceConfiguration.NONE,
        now);
  }

  /// How often it sends: as it reports, else as it was told, else the seed's 30 s.
  public Duration samplingPeriod() {
    Duration said = reported.samplingPeriod();
    Duration told = desired.samplingPeriod();
    return said != null ? said : Objects.requireNonNullElse(told, DEFAULT_SAMPLING_PERIOD);
  }

  /// Whether it says that it does all that people told it.
  public boolean doesWhatItWasTold() {
    return desired.isDoneBy(reported);
  }

  /// A reading older than this when it comes is history: five minutes, or three sampling periods.
  public Duration liveWindow() {
    Duration three = silenceLimit();
    return three.compareTo(SHORTEST_LIVE_WINDOW) > 0 ? three : SHORTEST_LIVE_WINDOW;
  }

  /// A device that sent nothing for this long is silent: three sampling periods.
  public Duration silenceLimit() {
    Duration period = samplingPeriod();
    // Asked for each reading: multipliedBy(3) would go by way of BigInteger.
    return period.plus(period).plus(period);
  }

  /// A value older than this must not look live: two sampling periods.
  public Duration staleLimit() {
    return samplingPeriod().multipliedBy(2);
  }

  /// The limits that hold: people's before the device's own, the particular before the general.
  /// Thresholds that people configured on the device, else the profile they gave it, else
  /// thresholds that the device reports, else the seed's default.
  ///
  /// @param profiles that there are
  public StorageProfile limits(ProfileBook profiles) {
    AlertThresholds told = desired.alertThresholds();
    if (told != null) {
      return profileOrDefault(profiles).withThresholds(told);
    }
    AlertThresholds said = reported.alertThresholds();
    if (profileId == null && said != null && said.problem() == null) {
      return StorageProfiles.SEED_DEFAULT.withThresholds(said);
    }
    return profileOrDefault(profiles);
  }

  private StorageProfile profileOrDefault(ProfileBook profiles) {
    return profileId == null
        ? StorageProfiles.SEED_DEFAULT
        : profiles.byId(profileId).orElse(StorageProfiles.SEED_DEFAULT);
  }

  /// The same device with another profile, or with none.
  public Device withProfile(@Nullable String profile) {
    return new Device(
        deviceId, facilityId, zone, name, profile, confirmed, desired, reported, firstSeen);
  }

  /// The same device in another zone, or by another name.
  public Device withPlace(String newZone, String newName) {
    return new Device(
        deviceId, facilityId, newZone, newName, profileId, confirmed, desired, reported, firstSeen);
  }

  /// The same device with another desired configuration.
  public Device withDesired(DeviceConfiguration configuration) {
    return new Device(
        deviceId, facilityId, zone, name, profileId, confirmed, configuration, reported, firstSeen);
  }

  /// The same device with another reported configuration.
  public Device withReported(DeviceConfiguration configuration) {
    return new Device(
        deviceId, facilityId, zone, name, profileId, confirmed, desired, configuration, firstSeen);
  }

  /// The same device after somebody has looked at it.
  public Device withConfirmed() {
    return new Device(
        deviceId, facilityId, zone, name, profileId, true, desired, reported, firstSeen);
  }
}
