package ai.cryox.backend.archive;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.report.LateNote;
import ai.cryox.backend.store.SqliteScheduleStore;
import ai.cryox.core.report.Letterhead;
import ai.cryox.core.report.ReportSchedule;
import ai.cryox.core.report.ReportSchedule.Pending;
import ai.cryox.core.report.ReportTiming;
import ai.cryox.core.report.StoredReport;
import ai.cryox.core.report.StoredReport.Maker;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Moves schedules from one report to the next. The number of a report and the step of its schedule
/// belong to one commit, so that no period gets two. On the pipeline's thread only.
///
/// @param store what is durable
/// @param reports gives the numbers
record ScheduleBook(SqliteScheduleStore store, ReportBook reports) {
  /// How many missed reports of a schedule are made up for; two months of days.
  static final int MOST_MISSED = 62;

  /// What comes this much later is not called late.
  static final Duration PATIENCE = Duration.ofMinutes(15);

  /// A schedule as it is, with what this batch has done to it.
  ///
  /// @throws IllegalArgumentException if there is none, with a sentence
  ReportSchedule require(String scheduleId, Batch batch) {
    ReportSchedule touched = batch.reports.schedules.get(scheduleId);
    return touched != null
        ? touched
        : store.find(scheduleId).orElseThrow(() -> unknown(scheduleId));
  }

  static IllegalArgumentException unknown(String scheduleId) {
    return new IllegalArgumentException("There is no schedule '%s'.".formatted(scheduleId));
  }

  /// A facility reads another clock from now on: what is still to come comes by that.
  void moveTo(String facilityId, ZoneId zone, Batch batch) {
    for (ReportSchedule known : store.all()) {
      ReportSchedule one = require(known.scheduleId(), batch);
      if (one.order().facilityId().equals(facilityId) && !one.zone().equals(zone)) {
        Instant next =
            one.nextAt().isAfter(batch.now())
                ? one.order().timing().after(batch.now(), zone)
                : one.nextAt();
        put(one.by(zone, next), batch);
      }
    }
  }

  ReportSchedule put(ReportSchedule schedule, Batch batch) {
    batch.reports.schedules.put(schedule.scheduleId(), schedule);
    return schedule;
  }

  /// What became of a schedule that was due.
  ///
  /// @param begun the report that has its number now, or `null` if there was one of its period
  /// @param skipped how many reports are too long ago to be made up for
  record Step(@Nullable StoredReport begun, int skipped) {}

  /// Begins the report that is due.
  ///
  /// @param startedAt when the program started: what was due before was missed
  Step begin(ReportSchedule due, Letterhead letterhead, Instant startedAt, Batch batch) {
    ReportTiming timing = due.order().timing();
    Deque<Instant> missed = new ArrayDeque<>();
    int skipped = 0;
    Instant next = due.nextAt();
    for (; !next.isAfter(batch.now()); next = timing.after(next, due.zone())) {
      missed.addLast(next);
      if (missed.size() > MOST_MISSED) {
        missed.removeFirst();
        skipped++;
      }
    }
    Instant dueAt = missed.isEmpty() ? due.nextAt() : missed.getFirst();
    ReportTiming.Span span = timing.span(dueAt, due.zone());
    ReportSchedule moved = put(due.next(timing.after(dueAt, due.zone())), batch);
    if (store.of(due.scheduleId(), span).isPresent()) {
      return new Step(null, skipped);
    }
    boolean wasOff = dueAt.isBefore(startedAt);
    boolean isLate = Duration.between(dueAt, batch.now()).compareTo(PATIENCE) > 0;
    String note = wasOff || isLate ? LateNote.of(letterhead, dueAt, wasOff) : "";
    return new Step(begin(moved, span, dueAt, note, batch), skipped);
  }

  /// Begins the report of a period.
  StoredReport begin(
      ReportSchedule schedule, ReportTiming.Span span, Instant dueAt, String note, Batch batch) {
    String id = schedule.scheduleId();
    StoredReport begun =
        reports.begin(
            schedule.order().order(span),
            schedule.zone(),
            new Maker("schedule:" + id, "Cryox, " + id),
            id,
            note,
            batch);
    put(schedule.with(new Pending(begun.reportId(), dueAt, 0, batch.now(), "")), batch);
    return begun;
  }
}
