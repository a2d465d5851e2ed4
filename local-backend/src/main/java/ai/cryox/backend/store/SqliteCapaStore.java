package ai.cryox.backend.store;

import ai.cryox.core.alarm.Condition;
import ai.cryox.core.excursion.CapaNote;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What people wrote of excursions. The database itself refuses to change or delete it.
public final class SqliteCapaStore {
  private final SqliteDatabase database;

  /// The notes of this database.
  public SqliteCapaStore(SqliteDatabase database) {
    this.database = database;
  }

  /// Belongs to the writer's open transaction.
  void add(String userId, CapaNote note) {
    LocalDate dueOn = note.dueOn();
    database
        .writer()
        .createUpdate(
            """
            INSERT INTO capa_note (device_id, condition, start_ms, version, cause, corrective,
              preventive, responsible, due_on, done, user_id, author, at_ms)
            VALUES (:device, :condition, :start, :version, :cause, :corrective, :preventive,
              :responsible, :due, :done, :user, :author, :at)\
            """)
        .bind("device", note.deviceId())
        .bind("condition", note.condition().name())
        .bind("start", note.start().toEpochMilli())
        .bind("version", note.version())
        .bind("cause", note.cause())
        .bind("corrective", note.corrective())
        .bind("preventive", note.preventive())
        .bind("responsible", note.responsible())
        .bind("due", dueOn == null ? null : dueOn.toString())
        .bind("done", note.done())
        .bind("user", userId)
        .bind("author", note.author())
        .bind("at", note.at().toEpochMilli())
        .execute();
  }

  /// All versions of all notes about a device, in the order they were written; any thread.
  public List<CapaNote> of(String deviceId) {
    return database.read(handle -> of(handle, deviceId));
  }

  static List<CapaNote> of(Handle handle, String deviceId) {
    return handle
        .createQuery(
            "SELECT * FROM capa_note WHERE device_id = ? ORDER BY at_ms, condition, start_ms,"
                + " version")
        .bind(0, deviceId)
        .map((row, context) -> note(row))
        .list();
  }

  private static CapaNote note(ResultSet row) throws SQLException {
    String dueOn = new Columns(row).text("due_on");
    return new CapaNote(
        row.getString("device_id"),
        Condition.valueOf(row.getString("condition")),
        Instant.ofEpochMilli(row.getLong("start_ms")),
        row.getInt("version"),
        row.getString("cause"),
        row.getString("corrective"),
        row.getString("preventive"),
        row.getString("responsible"),
        dueOn == null ? null : LocalDate.parse(dueOn),
        row.getBoolean("done"),
        row.getString("author"),
        Instant.ofEpochMilli(row.getLong("at_ms")));
  }
}
