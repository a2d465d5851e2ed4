package ai.cryox.core.report;

import ai.cryox.core.report.StoredReport.Maker;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A report that is made by itself, again and again. What it is about never changes: another wish
/// is another schedule.
///
/// @param scheduleId such as `daily-4f1c`
/// @param by who wanted it: lasting id and name
/// @param zone the facility's, by which {@link #nextAt} was reckoned
/// @param state whether it is at work
/// @param nextAt when the next report is begun; a moment that has passed is made up for
/// @param pending the report that has its number and is not made yet, or `null`
public record ReportSchedule(
    String scheduleId,
    ScheduleOrder order,
    Maker by,
    ZoneId zone,
    State state,
    Instant nextAt,
    @Nullable Pending pending) {
  /// Whether a schedule is at work.
  public enum State {
    /// It is.
    ACTIVE,
    /// Nothing is made, and what falls due meanwhile is not made up for.
    PAUSED,
    /// It is gone, and may be brought back.
    REMOVED
  }

  /// A report under way, which is tried until it is made or given up. It keeps its number.
  ///
  /// @param reportId its number
  /// @param dueAt when it was due
  /// @param attempts how often it failed
  /// @param tryAt when it is tried next
  /// @param failure why the last attempt failed, in a sentence; empty if none did
  public record Pending(
      String reportId, Instant dueAt, int attempts, Instant tryAt, String failure) {}

  /// When there is something to do; `null` if there is nothing.
  public @Nullable Instant dueAt() {
    return state != State.ACTIVE ? null : pending != null ? pending.tryAt() : nextAt;
  }

  /// The same in another state.
  ///
  /// @param next when the next one is due then
  public ReportSchedule in(State other, Instant next) {
    return new ReportSchedule(scheduleId, order, by, zone, other, next, pending);
  }

  /// The same by another clock.
  public ReportSchedule by(ZoneId other, Instant next) {
    return new ReportSchedule(scheduleId, order, by, other, state, next, pending);
  }

  /// The same with another report under way, or none.
  public ReportSchedule with(@Nullable Pending other) {
    return new ReportSchedule(scheduleId, order, by, zone, state, nextAt, other);
  }

  /// The same, whose next report is due then.
  public ReportSchedule next(Instant next) {
    return new ReportSchedule(scheduleId, order, by, zone, state, next, pending);
  }
}
