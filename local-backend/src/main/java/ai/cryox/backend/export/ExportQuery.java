package ai.cryox.backend.export;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is wanted: `from` ≤ time < `until`.
///
/// @param facilityId only of this facility, or `null` for any
/// @param deviceId only of this device, or `null` for any
/// @param from epoch or later; `null` = the first there is
/// @param until `null` = the last there is
public record ExportQuery(
    ExportKind kind,
    @Nullable String facilityId,
    @Nullable String deviceId,
    @Nullable Instant from,
    @Nullable Instant until) {
  long fromMillis() {
    return from == null ? Long.MIN_VALUE : from.toEpochMilli();
  }

  long untilMillis() {
    return until == null ? Long.MAX_VALUE : until.toEpochMilli();
  }
}
