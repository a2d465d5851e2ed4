package ai.cryox.core.reading;

import ai.cryox.core.device.DeviceConfiguration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// A device about itself.
///
/// @param id the device's own name for the record
/// @param status `online`, `offline` or whatever the device calls it
/// @param time when the device was last seen by its own account, truncated to milliseconds
/// @param battery charge left, percent
/// @param signal radio signal strength, dBm
/// @param firmware version of its software
/// @param configuration what it is working with now
/// @param extra members we have no word for, as one JSON object
public record DeviceStatus(
    @Nullable String id,
    String deviceId,
    String facilityId,
    String status,
    Instant time,
    @Nullable Double battery,
    @Nullable Double signal,
    @Nullable String firmware,
    DeviceConfiguration configuration,
    @Nullable String extra)
    implements Message {
  public DeviceStatus {
    time = time.truncatedTo(ChronoUnit.MILLIS);
  }
}
