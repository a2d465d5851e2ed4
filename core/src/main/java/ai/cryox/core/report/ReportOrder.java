package ai.cryox.core.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which report somebody wants stored: `from` ≤ time < `until`. How it looks, the facility's
/// letterhead says.
///
/// @param facilityId the facility
/// @param deviceId only about this unit, or `null` for all of the facility
public record ReportOrder(
    ReportKind kind, String facilityId, @Nullable String deviceId, Instant from, Instant until) {
  /// The request for it.
  public ReportRequest request(Letterhead letterhead) {
    return new ReportRequest(kind, facilityId, deviceId, from, until, letterhead);
  }
}
