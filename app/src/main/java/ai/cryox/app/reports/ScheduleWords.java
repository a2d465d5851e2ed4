package ai.cryox.app.reports;

import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.report.ReportSchedule;
import ai.cryox.core.report.ReportSchedule.Pending;
import ai.cryox.core.report.ReportSchedule.State;
import ai.cryox.core.report.ReportTiming;
import ai.cryox.core.report.Scheduled;
import ai.cryox.core.report.StoredReport;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.format.TextStyle;
import org.jspecify.annotations.Nullable;

/// A schedule of reports in words. FX thread only.
///
/// @param units times by the console's clock
record ScheduleWords(Units units) {
  private Messages messages() {
    return units.messages();
  }

  /// Which report, and about what.
  String what(Scheduled one, LiveSnapshot snapshot) {
    var order = one.schedule().order();
    String unit = order.deviceId();
    String about =
        unit == null
            ? units.place(order.facilityId())
            : snapshot.device(unit).map(live -> live.device().name()).orElse(unit);
    return messages().of("reportkind", order.kind()) + " · " + about;
  }

  /// When it comes, by the facility's clock.
  String when(Scheduled one) {
    ReportTiming timing = one.schedule().order().timing();
    String at = timing.at().toString();
    return switch (timing.cadence()) {
      case DAILY -> messages().text("schedule.daily", at);
      case WEEKLY -> messages().text("schedule.weekly", day(timing.day()), at);
      case MONTHLY -> messages().text("schedule.monthly", timing.day(), at);
    };
  }

  /// A day of the week.
  String day(int day) {
    return DayOfWeek.of(day).getDisplayName(TextStyle.FULL_STANDALONE, messages().locale());
  }

  /// When the next one is made, or why not.
  String next(Scheduled one, Instant now) {
    ReportSchedule schedule = one.schedule();
    Pending pending = schedule.pending();
    if (schedule.state() == State.PAUSED) {
      return messages().text("schedule.paused.state");
    }
    if (pending == null) {
      return units.dayTime(schedule.nextAt());
    }
    return pending.attempts() == 0
        ? messages().text("schedule.making")
        : messages().text("schedule.retry", units.timeSince(pending.tryAt(), now));
  }

  /// What became of the newest.
  String last(Scheduled one) {
    StoredReport last = one.last();
    return last == null
        ? "–"
        : last.reportId() + " · " + messages().of("reportstate", last.state());
  }

  /// What came of a report: its state, or why it is not there.
  ///
  /// @param of its schedule
  String outcome(StoredReport report, @Nullable Scheduled of) {
    String said =
        switch (report.state()) {
          case VOID -> report.reason();
          case MAKING -> of == null ? "" : trouble(of);
          case DRAFT, REVIEWED, APPROVED, REJECTED, WITHDRAWN -> report.note();
        };
    String state = messages().of("reportstate", report.state());
    return said.isEmpty() ? state : state + " · " + said;
  }

  /// What there is to say of the one that is selected, in a sentence; empty if it is nothing.
  String trouble(Scheduled one) {
    Pending pending = one.schedule().pending();
    return pending == null || pending.failure().isEmpty()
        ? ""
        : messages()
            .text("schedule.failed", pending.reportId(), pending.attempts(), pending.failure());
  }
}
