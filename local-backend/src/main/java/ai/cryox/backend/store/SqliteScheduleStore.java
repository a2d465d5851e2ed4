package ai.cryox.backend.store;

import ai.cryox.core.report.Cadence;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportSchedule;
import ai.cryox.core.report.ReportSchedule.Pending;
import ai.cryox.core.report.ReportTiming;
import ai.cryox.core.report.ScheduleOrder;
import ai.cryox.core.report.StoredReport;
import ai.cryox.core.report.StoredReport.Maker;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Schedules of reports, those that were removed too.
public final class SqliteScheduleStore {
  private final SqliteDatabase database;

  /// The schedules of this database.
  public SqliteScheduleStore(SqliteDatabase database) {
    this.database = database;
  }

  /// Belongs to the writer's open transaction; after the reports, which it names.
  void save(ReportSchedule schedule) {
    ScheduleOrder order = schedule.order();
    Pending pending = schedule.pending();
    database
        .writer()
        .createUpdate(
            """
            INSERT INTO report_schedule (schedule_id, kind, facility_id, device_id, cadence, day,
              at_time, zone, person_ids, by_id, by_name, state, next_ms, report_id, due_ms,
              attempts, try_ms, failure)
            VALUES (:id, :kind, :facility, :device, :cadence, :day, :at, :zone, :people, :byId,
              :byName, :state, :next, :report, :due, :attempts, :try, :failure)
            ON CONFLICT (schedule_id) DO UPDATE SET zone = excluded.zone, state = excluded.state,
              next_ms = excluded.next_ms, report_id = excluded.report_id, due_ms = excluded.due_ms,
              attempts = excluded.attempts, try_ms = excluded.try_ms, failure = excluded.failure\
            """)
        .bind("id", schedule.scheduleId())
        .bind("kind", order.kind().name())
        .bind("facility", order.facilityId())
        .bind("device", order.deviceId())
        .bind("cadence", order.timing().cadence().name())
        .bind("day", order.timing().day())
        .bind("at", order.timing().at().toString())
        .bind("zone", schedule.zone().getId())
        .bind("people", String.join("\n", order.personIds()))
        .bind("byId", schedule.by().userId())
        .bind("byName", schedule.by().name())
        .bind("state", schedule.state().name())
        .bind("next", schedule.nextAt().toEpochMilli())
        .bind("report", pending == null ? null : pending.reportId())
        .bind("due", pending == null ? null : Columns.millis(pending.dueAt()))
        .bind("attempts", pending == null ? null : (Integer) pending.attempts())
        .bind("try", pending == null ? null : Columns.millis(pending.tryAt()))
        .bind("failure", pending == null ? null : pending.failure())
        .execute();
  }

  /// All of them, those that were removed too, by id; any thread.
  public List<ReportSchedule> all() {
    return database.read(handle ->
        handle
            .createQuery("SELECT * FROM report_schedule ORDER BY schedule_id")
            .map((row, context) -> schedule(row))
            .list());
  }

  /// One of them; any thread.
  public Optional<ReportSchedule> find(String scheduleId) {
    return database.read(handle ->
        handle
            .createQuery("SELECT * FROM report_schedule WHERE schedule_id = ?")
            .bind(0, scheduleId)
            .map((row, context) -> schedule(row))
            .findOne());
  }

  /// The newest report of a schedule that is not under way; any thread.
  public Optional<StoredReport> last(String scheduleId) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT * FROM report WHERE schedule_id = ? AND state <> 'MAKING'
                ORDER BY begun_ms DESC, number DESC LIMIT 1\
                """)
            .bind(0, scheduleId)
            .map((row, context) -> SqliteReportStore.report(handle, row))
            .findOne());
  }

  /// The report of one period of a schedule, if it was not given up; any thread.
  public Optional<StoredReport> of(String scheduleId, ReportTiming.Span span) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT * FROM report WHERE schedule_id = ? AND from_ms = ? AND until_ms = ?
                  AND state <> 'VOID'\
                """)
            .bind(0, scheduleId)
            .bind(1, span.from().toEpochMilli())
            .bind(2, span.until().toEpochMilli())
            .map((row, context) -> SqliteReportStore.report(handle, row))
            .findOne());
  }

  private static ReportSchedule schedule(ResultSet row) throws SQLException {
    Columns columns = new Columns(row);
    return new ReportSchedule(
        row.getString("schedule_id"),
        new ScheduleOrder(
            ReportKind.valueOf(row.getString("kind")),
            row.getString("facility_id"),
            columns.text("device_id"),
            new ReportTiming(
                Cadence.valueOf(row.getString("cadence")),
                row.getInt("day"),
                LocalTime.parse(row.getString("at_time"))),
            row.getString("person_ids").lines().toList()),
        new Maker(row.getString("by_id"), row.getString("by_name")),
        ZoneId.of(row.getString("zone")),
        ReportSchedule.State.valueOf(row.getString("state")),
        Instant.ofEpochMilli(row.getLong("next_ms")),
        pending(columns.text("report_id"), row, columns));
  }

  private static @Nullable Pending pending(
      @Nullable String reportId, ResultSet row, Columns columns) throws SQLException {
    return reportId == null
        ? null
        : new Pending(
            reportId,
            Instant.ofEpochMilli(row.getLong("due_ms")),
            row.getInt("attempts"),
            Instant.ofEpochMilli(row.getLong("try_ms")),
            Objects.requireNonNullElse(columns.text("failure"), ""));
  }
}
