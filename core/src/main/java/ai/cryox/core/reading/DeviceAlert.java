package ai.cryox.core.reading;

import ai.cryox.core.alarm.Severity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// A device's own cry for help.
///
/// @param alertId the device's name for it, or `null`
/// @param time event time, truncated to milliseconds
/// @param message in the device's words
/// @param extra members we have no word for, as one JSON object
public record DeviceAlert(
    @Nullable String alertId,
    String deviceId,
    String facilityId,
    Instant time,
    Severity severity,
    String message,
    @Nullable String extra)
    implements Message {
  public DeviceAlert {
    time = time.truncatedTo(ChronoUnit.MILLIS);
  }
}
