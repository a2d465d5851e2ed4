package ai.cryox.backend.store;

import ai.cryox.core.audit.AuditEntry;
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
                INSERT INTO audit (at_ms, who, what, device_id, address, outcome, occurrences, detail)
                VALUES (:at, :who, :what, :device, :address, :outcome, :occurrences, :detail)\
                """);
    try (insert) {
      for (AuditEntry entry : entries) {
        insert
            .bind("at", entry.at().toEpochMilli())
            .bind("who", entry.who())
            .bind("what", entry.what())
            .bind("device", entry.deviceId())
            .bind("address", entry.address())
            .bind("outcome", entry.outcome().name())
            .bind("occurrences", entry.occurrences())
            .bind("detail", entry.detail())
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

  private record Line(long key, AuditEntry entry) {}

  private static List<Line> select(Handle handle, AuditQuery query, long before, int limit) {
    return handle
        .createQuery(
            """
            SELECT * FROM audit
            WHERE audit_key < :before AND at_ms >= :from AND at_ms < :until
              AND (:who IS NULL OR who = :who)
              AND (:what IS NULL OR what = :what OR substr(what, 1, length(:what) + 1) = :what || '.')
              AND (:device IS NULL OR device_id = :device)
            ORDER BY audit_key DESC LIMIT :limit\
            """)
        .bind("before", before)
        .bind("from", query.from().toEpochMilli())
        .bind("until", query.until().toEpochMilli())
        .bind("who", query.who())
        .bind("what", query.what())
        .bind("device", query.deviceId())
        .bind("limit", limit)
        .map((row, context) -> new Line(row.getLong("audit_key"), entry(row)))
        .list();
  }

  static AuditEntry entry(ResultSet row) throws SQLException {
    Columns columns = new Columns(row);
    return new AuditEntry(
        Instant.ofEpochMilli(row.getLong("at_ms")),
        row.getString("who"),
        row.getString("what"),
        columns.text("device_id"),
        columns.text("address"),
        AuditEntry.Outcome.valueOf(row.getString("outcome")),
        row.getInt("occurrences"),
        row.getString("detail"));
  }
}
