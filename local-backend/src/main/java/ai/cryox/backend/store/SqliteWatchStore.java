package ai.cryox.backend.store;

import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.WatchMemory;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// What is remembered of watched conditions, so that a delay that was running goes on after a
/// restart; and by which way devices were last heard.
public final class SqliteWatchStore {
  private final SqliteDatabase database;

  /// Memories of this database.
  public SqliteWatchStore(SqliteDatabase database) {
    this.database = database;
  }

  /// Replaces one memory, as part of the writer's open transaction.
  void save(AlarmKey key, WatchMemory memory) {
    Handle writer = database.writer();
    if (memory.isClear()) {
      writer.execute(
          "DELETE FROM watch_memory WHERE device_id = ? AND condition = ?",
          key.deviceId(),
          key.condition().name());
    } else {
      writer.execute(
          "INSERT OR REPLACE INTO watch_memory VALUES (?, ?, ?, ?)",
          key.deviceId(),
          key.condition().name(),
          memory.violated(),
          Columns.millis(memory.since()));
    }
  }

  /// Sets a device's way, as part of the writer's open transaction.
  void savePath(String deviceId, String source) {
    database.writer().execute("INSERT OR REPLACE INTO device_path VALUES (?, ?)", deviceId, source);
  }

  /// All that is remembered, without the newest times.
  public Map<AlarmKey, WatchMemory> all() {
    Map<AlarmKey, WatchMemory> all = new HashMap<>();
    database.read(handle ->
        handle
            .createQuery("SELECT * FROM watch_memory")
            .map((row, context) ->
                all.put(
                    new AlarmKey(
                        row.getString("device_id"), Condition.valueOf(row.getString("condition"))),
                    new WatchMemory(
                        row.getBoolean("violated"), new Columns(row).instant("since_ms"), null)))
            .list());
    return all;
  }

  /// By which way each device was last heard.
  public Map<String, String> paths() {
    Map<String, String> paths = new HashMap<>();
    database.read(handle ->
        handle
            .createQuery("SELECT * FROM device_path")
            .map((row, context) -> paths.put(row.getString("device_id"), row.getString("source")))
            .list());
    return paths;
  }
}
