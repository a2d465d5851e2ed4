package ai.cryox.app.pictures;

import ai.cryox.core.backend.Session;
import ai.cryox.core.report.Cadence;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportOrder;
import ai.cryox.core.report.ReportTiming;
import ai.cryox.core.report.ReportWatch;
import ai.cryox.core.report.ScheduleOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

/// The reports of the staged cold store: drafts in the archive, which nobody else has signed yet,
/// and some that are made by themselves. No channel is set up, so they are mailed to nobody.
final class StagedPapers {
  private static final String FACILITY = "warehouse_001";
  private static final Duration DAY = Duration.ofHours(24);

  private final Session session;

  StagedPapers(Session session) {
    this.session = session;
  }

  /// Has them made.
  ///
  /// @param now the end of what they are about
  void file(Instant now) {
    schedule(new ReportTiming(Cadence.DAILY, 0, LocalTime.of(6, 0)), ReportKind.PERIOD);
    schedule(new ReportTiming(Cadence.MONTHLY, 1, LocalTime.of(7, 0)), ReportKind.ALARMS);
    make(ReportKind.CALIBRATION, now);
    make(ReportKind.EXCURSION, now);
    make(ReportKind.ALARMS, now);
    make(ReportKind.PERIOD, now);
  }

  private void schedule(ReportTiming timing, ReportKind kind) {
    ScheduleOrder order = new ScheduleOrder(kind, FACILITY, null, timing, List.of());
    session.reports().schedules().ifPresent(schedules -> schedules.add(order));
  }

  private void make(ReportKind kind, Instant now) {
    ReportOrder order = new ReportOrder(kind, FACILITY, null, now.minus(DAY), now);
    session.reports().make(order, ReportWatch.NOBODY);
  }
}
