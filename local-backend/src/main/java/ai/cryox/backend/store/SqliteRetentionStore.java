package ai.cryox.backend.store;

import java.util.HashMap;
import java.util.Map;

/// How long each facility's readings, telemetry and device records are kept, days.
public final class SqliteRetentionStore {
  /// Five years: what inspectors of medicines ask for.
  public static final int DEFAULT_DAYS = 5 * 365 + 1;

  /// Stands for all facilities without a number of their own, and for the rejected lane.
  public static final String ALL_OTHERS = "";

  private final SqliteDatabase database;

  /// Retention of this database.
  public SqliteRetentionStore(SqliteDatabase database) {
    this.database = database;
  }

  /// What people said; {@link #ALL_OTHERS} is among them only if they did.
  public Map<String, Integer> all() {
    Map<String, Integer> days = new HashMap<>();
    database.read(handle ->
        handle
            .createQuery("SELECT * FROM retention")
            .map((row, context) -> days.put(row.getString("facility_id"), row.getInt("days")))
            .list());
    return days;
  }

  /// Sets a facility's number, as part of the writer's open transaction.
  void save(String facilityId, int days) {
    database.writer().execute("INSERT OR REPLACE INTO retention VALUES (?, ?)", facilityId, days);
  }
}
