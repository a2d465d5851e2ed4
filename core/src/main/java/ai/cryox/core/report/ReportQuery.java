package ai.cryox.core.report;

import org.jspecify.annotations.Nullable;

/// Which stored reports are wanted, newest first.
///
/// @param facilityId only of this facility, or `null`
/// @param state only those, or `null`
/// @param kind only those, or `null`
/// @param deviceId only of this unit, or `null`
/// @param scheduleId only what this schedule had made, or `null`
public record ReportQuery(
    @Nullable String facilityId,
    @Nullable ReportState state,
    @Nullable ReportKind kind,
    @Nullable String deviceId,
    @Nullable String scheduleId) {
  /// All of them.
  public static final ReportQuery ALL = new ReportQuery(null, null, null, null);

  /// Those of whatever had them made.
  public ReportQuery(
      @Nullable String facilityId,
      @Nullable ReportState state,
      @Nullable ReportKind kind,
      @Nullable String deviceId) {
    this(facilityId, state, kind, deviceId, null);
  }

  /// What became of a schedule so far.
  public static ReportQuery ofSchedule(String scheduleId) {
    return new ReportQuery(null, null, null, null, scheduleId);
  }
}
