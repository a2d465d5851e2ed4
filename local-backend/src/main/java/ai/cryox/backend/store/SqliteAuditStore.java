package ai.cryox.backend.store;

import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.audit.AuditEntry.Change;
import ai.cryox.core.audit.AuditQuery;
import ai.cryox.core.audit.AuditStore;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The audit trail. The database itself refuses to change or delete a line.
public final class SqliteAuditStore implements AuditStore {
  private final SqliteDatabase database;

  /// The trail of this database.
  public SqliteAuditStore(SqliteDatabase database) {
    this.database = database;
  }

  @Override
  public void append(List<AuditEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    PreparedBatch insert =
        database
            .writer()
            .prepareBatch(
                """
                INSERT INTO audit (at_ms, who, what, device_id, address, outcome, occurrences, detail,
                  user_id, subject, old_value, new_value, why)
                VALUES (:at, :who, :what, :device, :address, :outcome, :occurrences, :detail,
                  :user, :subject, :old, :new, :why)\
                """);
    try (insert) {
      for (AuditEntry entry : entries) {
        Change change = entry.change();
        insert
            .bind("at", entry.at().toEpochMilli())
            .bind("who", entry.who())
            .bind("what", entry.what())
            .bind("device", entry.deviceId())
            .bind("address", entry.address())
            .bind("outcome", entry.outcome().name())
            .bind("occurrences", entry.occurrences())
            .bind("detail", entry.detail())
            .bind("user", entry.userId())
            .bind("subject", entry.subject())
            .bind("old", change == null ? null : change.before())
            .bind("new", change == null ? null : change.after())
            .bind("why", entry.why())
            .add();
      }
      insert.execute();
    }
  }

  @Override
  public Page<AuditEntry> read(AuditQuery query, PageRequest page) {
    String kind = "audit:" + query;
    PageToken after = PageToken.parse(page.continuationToken(), kind);
    long before = after == null ? Long.MAX_VALUE : after.time();
    List<Line> found = database.read(handle -> select(handle, query, before, page.size() + 1));
    Page<Line> lines = PageToken.page(found, page.size(), kind, Line::key, line -> "");
    return new Page<>(lines.items().stream().map(Line::entry).toList(), lines.continuationToken());
  }

  /// The newest lines about a subject, the newest first.
  ///
  /// @throws StoreException if they cannot be read
  public List<AuditEntry> about(String subject, int most) {
    return database.read(handle ->
        handle
            .createQuery("SELECT * FROM audit WHERE subject = ? ORDER BY audit_key DESC LIMIT ?")
            .bind(0, subject)
            .bind(1, most)
            .map((row, context) -> entry(row))
            .list());
  }

  private record Line(long key, AuditEntry entry) {}

  private static List<Line> select(Handle handle, AuditQuery query, long before, int limit) {
    return handle
        .createQuery(
            """
            SELECT * FROM audit
            WHERE audit_key < :before AND at_ms >= :from AND at_ms < :until
              AND (:who IS NULL OR who = :who OR user_id = :who)
              AND (:what IS NULL OR what = :what OR substr(what, 1, length(:what) + 1) = :what || '.')
              AND (:device IS NULL OR device_id = :device)
              AND (:subject IS NULL OR subject = :subject)
            ORDER BY audit_key DESC LIMIT :limit\
            """)
        .bind("before", before)
        .bind("from", query.from().toEpochMilli())
        .bind("until", query.until().toEpochMilli())
        .bind("who", query.who())
        .bind("what", query.what())
        .bind("device", query.deviceId())
        .bind("subject", query.subject())
        .bind("limit", limit)
        .map((row, context) -> new Line(row.getLong("audit_key"), entry(row)))
        .list();
  }

  static AuditEntry entry(ResultSet row) throws SQLException {
    Columns columns = new Columns(row);
    String before = columns.text("old_value");
    String after = columns.text("new_value");
    return new AuditEntry(
        Instant.ofEpochMilli(row.getLong("at_ms")),
        row.getString("who"),
        row.getString("what"),
        columns.text("device_id"),
        columns.text("address"),
        AuditEntry.Outcome.valueOf(row.getString("outcome")),
        row.getInt("occurrences"),
        row.getString("detail"),
        columns.text("user_id"),
        columns.text("subject"),
        before == null && after == null ? null : new Change(before, after),
        row.getString("why"));
  }
}
