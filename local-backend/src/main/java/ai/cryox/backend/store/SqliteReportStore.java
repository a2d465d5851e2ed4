package ai.cryox.backend.store;

import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.report.NamedFacility;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportOrder;
import ai.cryox.core.report.ReportQuery;
import ai.cryox.core.report.ReportSignature;
import ai.cryox.core.report.ReportState;
import ai.cryox.core.report.ReportStep;
import ai.cryox.core.report.SavedLetterhead;
import ai.cryox.core.report.StoredReport;
import ai.cryox.core.report.StoredReport.Maker;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Stored reports and their signatures; the documents themselves lie in files. The database itself
/// refuses to delete one, to change a signature, and to change a report but by signing it.
public final class SqliteReportStore {
  private final SqliteDatabase database;

  /// The reports of this database.
  public SqliteReportStore(SqliteDatabase database) {
    this.database = database;
  }

  /// Belongs to the writer's open transaction. Signatures go first: without them no report moves.
  void save(StoredReport report) {
    int known = count(database.writer(), report.reportId());
    if (known == 0) {
      insert(report);
      return;
    }
    report.signatures().forEach(this::save);
    database
        .writer()
        .createUpdate(
            """
            UPDATE report SET state = :state, reason = :reason, document = :document,
              made = :made, data = :data, bytes = :bytes, pages = :pages
            WHERE report_id = :id\
            """)
        .bind("id", report.reportId())
        .bind("state", report.state().name())
        .bind("reason", report.reason())
        .bind("document", report.document())
        .bind("made", report.made())
        .bind("data", report.data())
        .bind("bytes", report.bytes())
        .bind("pages", report.pages())
        .execute();
  }

  private static int count(Handle handle, String reportId) {
    return handle
        .createQuery("SELECT count(*) FROM report WHERE report_id = ?")
        .bind(0, reportId)
        .mapTo(Integer.class)
        .one();
  }

  private void insert(StoredReport report) {
    ReportOrder order = report.order();
    database
        .writer()
        .createUpdate(
            """
            INSERT INTO report (report_id, facility_id, year, number, version, kind, device_id,
              from_ms, until_ms, maker_id, maker, begun_ms, corrects, schedule_id, note, state,
              reason, document, made, data, bytes, pages)
            VALUES (:id, :facility, :year, :number, :version, :kind, :device, :from, :until,
              :makerId, :maker, :begun, :corrects, :schedule, :note, :state, :reason, :document,
              :made, :data, :bytes, :pages)\
            """)
        .bind("id", report.reportId())
        .bind("facility", order.facilityId())
        .bind("year", report.year())
        .bind("number", report.number())
        .bind("version", report.version())
        .bind("kind", order.kind().name())
        .bind("device", order.deviceId())
        .bind("from", order.from().toEpochMilli())
        .bind("until", order.until().toEpochMilli())
        .bind("makerId", report.maker().userId())
        .bind("maker", report.maker().name())
        .bind("begun", report.begunAt().toEpochMilli())
        .bind("corrects", report.corrects())
        .bind("schedule", report.scheduleId())
        .bind("note", report.note())
        .bind("state", report.state().name())
        .bind("reason", report.reason())
        .bind("document", report.document())
        .bind("made", report.made())
        .bind("data", report.data())
        .bind("bytes", report.bytes())
        .bind("pages", report.pages())
        .execute();
  }

  private void save(ReportSignature signature) {
    database
        .writer()
        .createUpdate(
            """
            INSERT INTO report_signature (report_id, place, step, user_id, name, at_ms, comment,
              signed, document, hash)
            VALUES (:id, :place, :step, :user, :name, :at, :comment, :signed, :document, :hash)
            ON CONFLICT (report_id, place) DO NOTHING\
            """)
        .bind("id", signature.reportId())
        .bind("place", signature.place())
        .bind("step", signature.step().name())
        .bind("user", signature.userId())
        .bind("name", signature.name())
        .bind("at", signature.at().toEpochMilli())
        .bind("comment", signature.comment())
        .bind("signed", signature.signed())
        .bind("document", signature.document())
        .bind("hash", signature.hash())
        .execute();
  }

  /// Belongs to the writer's open transaction.
  void save(String facilityId, SavedLetterhead letterhead) {
    LetterheadRows.add(database.writer(), facilityId, letterhead);
  }

  /// What people said of how a facility's reports look, newest first, the last few; any thread.
  public List<SavedLetterhead> letterheads(String facilityId) {
    return database.read(handle -> LetterheadRows.of(handle, facilityId));
  }

  /// What facilities are called, by id; any thread.
  public List<NamedFacility> facilities() {
    return database.read(LetterheadRows::names);
  }

  /// One report; any thread.
  public Optional<StoredReport> find(String reportId) {
    return database.read(handle -> find(handle, reportId));
  }

  private static Optional<StoredReport> find(Handle handle, String reportId) {
    return handle
        .createQuery("SELECT * FROM report WHERE report_id = ?")
        .bind(0, reportId)
        .map((row, context) -> report(handle, row))
        .findOne();
  }

  /// The highest number that a facility has used in a year, 0 if none; any thread.
  public int lastNumber(String facilityId, int year) {
    return last(
        "SELECT max(number) FROM report WHERE facility_id = ? AND year = ?", facilityId, year);
  }

  /// The highest version of a number; any thread.
  public int lastVersion(String facilityId, int year, int number) {
    return last(
        "SELECT max(version) FROM report WHERE facility_id = ? AND year = ? AND number = ?",
        facilityId,
        year,
        number);
  }

  private int last(String sql, Object... with) {
    return database.read(handle -> {
      var query = handle.createQuery(sql);
      for (int i = 0; i < with.length; i++) {
        query.bind(i, with[i]);
      }
      return query.mapTo(Integer.class).findOne().orElse(0);
    });
  }

  /// Those that nobody makes any more, since the program was stopped; what a schedule has under way
  /// is none of them. Any thread, before the first is made.
  public List<StoredReport> unfinished() {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT * FROM report WHERE state = 'MAKING' AND report_id NOT IN (
                  SELECT report_id FROM report_schedule WHERE report_id IS NOT NULL)
                ORDER BY begun_ms, report_id\
                """)
            .map((row, context) -> report(handle, row))
            .list());
  }

  /// One page of reports, newest first; any thread.
  public Page<StoredReport> read(ReportQuery query, PageRequest page) {
    String kind = "reports:" + query;
    PageToken after = PageToken.parse(page.continuationToken(), kind);
    List<StoredReport> found =
        database.read(handle -> select(handle, query, after, page.size() + 1));
    return PageToken.page(
        found,
        page.size(),
        kind,
        report -> report.begunAt().toEpochMilli(),
        StoredReport::reportId);
  }

  private static List<StoredReport> select(
      Handle handle, ReportQuery query, @Nullable PageToken after, int limit) {
    ReportState state = query.state();
    ReportKind kind = query.kind();
    return handle
        .createQuery(
            """
            SELECT * FROM report
            WHERE (begun_ms, report_id) < (:time, :id)
              AND (:facility IS NULL OR facility_id = :facility)
              AND (:state IS NULL OR state = :state)
              AND (:kind IS NULL OR kind = :kind)
              AND (:device IS NULL OR device_id = :device)
              AND (:schedule IS NULL OR schedule_id = :schedule)
            ORDER BY begun_ms DESC, report_id DESC LIMIT :limit\
            """)
        .bind("time", after == null ? Long.MAX_VALUE : after.time())
        .bind("id", after == null ? "" : after.id())
        .bind("facility", query.facilityId())
        .bind("state", state == null ? null : state.name())
        .bind("kind", kind == null ? null : kind.name())
        .bind("device", query.deviceId())
        .bind("schedule", query.scheduleId())
        .bind("limit", limit)
        .map((row, context) -> report(handle, row))
        .list();
  }

  static StoredReport report(Handle handle, ResultSet row) throws SQLException {
    Columns columns = new Columns(row);
    String id = row.getString("report_id");
    return new StoredReport(
        id,
        new ReportOrder(
            ReportKind.valueOf(row.getString("kind")),
            row.getString("facility_id"),
            columns.text("device_id"),
            Instant.ofEpochMilli(row.getLong("from_ms")),
            Instant.ofEpochMilli(row.getLong("until_ms"))),
        row.getInt("year"),
        row.getInt("number"),
        row.getInt("version"),
        new Maker(row.getString("maker_id"), row.getString("maker")),
        Instant.ofEpochMilli(row.getLong("begun_ms")),
        ReportState.valueOf(row.getString("state")),
        row.getString("document"),
        row.getString("made"),
        row.getString("data"),
        row.getLong("bytes"),
        row.getInt("pages"),
        columns.text("corrects"),
        row.getString("reason"),
        columns.text("schedule_id"),
        row.getString("note"),
        signatures(handle, id));
  }

  private static List<ReportSignature> signatures(Handle handle, String reportId) {
    return handle
        .createQuery("SELECT * FROM report_signature WHERE report_id = ? ORDER BY place")
        .bind(0, reportId)
        .map((row, context) ->
            new ReportSignature(
                row.getString("report_id"),
                row.getInt("place"),
                ReportStep.valueOf(row.getString("step")),
                row.getString("user_id"),
                row.getString("name"),
                Instant.ofEpochMilli(row.getLong("at_ms")),
                row.getString("comment"),
                row.getString("signed"),
                row.getString("document"),
                row.getString("hash")))
        .list();
  }
}
