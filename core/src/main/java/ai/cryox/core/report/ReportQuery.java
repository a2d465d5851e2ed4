package ai.cryox.core.report;

import org.jspecify.annotations.Nullable;

/// Which stored reports are wanted, newest first.
///
/// @param facilityId only of this facility, or `null`
/// @param state only those, or `null`
/// @param kind only those, or `null`
/// @param deviceId only of this unit, or `null`
public record ReportQuery(
    @Nullable String facilityId,
    @Nullable ReportState state,
    @Nullable ReportKind kind,
    @Nullable String deviceId) {
  /// All of them.
  public static final ReportQuery ALL = new ReportQuery(null, null, null, null);
}
