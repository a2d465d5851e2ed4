package ai.cryox.backend.store;

import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.audit.AuditStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
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
  public List<AuditEntry> newest(int most) {
    return database.read(handle ->
        handle
            .createQuery("SELECT * FROM audit ORDER BY audit_key DESC LIMIT :most")
            .bind("most", most)
            .map((row, context) -> entry(row))
            .list());
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
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
