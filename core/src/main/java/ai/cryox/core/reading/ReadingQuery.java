package ai.cryox.core.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which stored readings are wanted: of one facility or one device, `from` ≤ time < `until`, oldest
/// first.
///
/// @param facilityId only of this facility, or `null` for any
/// @param deviceId only of this device, or `null` for any
public record ReadingQuery(
    @Nullable String facilityId, @Nullable String deviceId, Instant from, Instant until) {
  /// All readings of one device in a period.
  public static ReadingQuery ofDevice(String deviceId, Instant from, Instant until) {
    return new ReadingQuery(null, deviceId, from, until);
  }

  /// All readings of one facility in a period.
  public static ReadingQuery ofFacility(String facilityId, Instant from, Instant until) {
    return new ReadingQuery(facilityId, null, from, until);
  }
}
