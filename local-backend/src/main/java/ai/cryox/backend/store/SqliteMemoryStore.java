package ai.cryox.backend.store;

import ai.cryox.core.classify.ClassifierMemory;
import ai.cryox.core.classify.CumulativeMemory;
import ai.cryox.core.classify.Level;
import ai.cryox.core.classify.LimitMemory;
import ai.cryox.core.classify.RateMemory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// What the classifier remembers of each device, so that a delay that was running goes on after a
/// restart.
public final class SqliteMemoryStore {
  private final SqliteDatabase database;

  /// Memories of this database.
  public SqliteMemoryStore(SqliteDatabase database) {
    this.database = database;
  }

  /// Replaces what is remembered of a device, as part of the writer's open transaction.
  public void save(String deviceId, ClassifierMemory memory) {
    Handle writer = database.writer();
    writer.execute("DELETE FROM limit_memory WHERE device_id = ?", deviceId);
    writer.execute("DELETE FROM cumulative_memory WHERE device_id = ?", deviceId);
    memory
        .limits()
        .forEach((level, limit) ->
            writer.execute(
                "INSERT INTO limit_memory VALUES (?, ?, ?, ?)",
                deviceId,
                level.name(),
                limit.violated(),
                Columns.millis(limit.since())));
    writer.execute("DELETE FROM rate_memory WHERE device_id = ?", deviceId);
    if (memory.rate().violated()) {
      writer.execute("INSERT INTO rate_memory VALUES (?)", deviceId);
    }
    for (int i = 0; i < memory.cumulative().size(); i++) {
      CumulativeMemory budget = memory.cumulative().get(i);
      writer.execute(
          "INSERT INTO cumulative_memory VALUES (?, ?, ?, ?)",
          deviceId,
          i,
          budget.spent().toMillis(),
          budget.beyond());
    }
  }

  /// What is remembered of every device of which there is something, without the newest times:
  /// those follow from the readings.
  public Map<String, ClassifierMemory> all() {
    return database.read(handle -> {
      Map<String, Map<Level, LimitMemory>> limits = limits(handle);
      Map<String, List<CumulativeMemory>> budgets = budgets(handle);
      Set<String> tooFast =
          Set.copyOf(
              handle.createQuery("SELECT device_id FROM rate_memory").mapTo(String.class).list());
      Set<String> devices = new HashSet<>(limits.keySet());
      devices.addAll(tooFast);
      devices.addAll(budgets.keySet());
      Map<String, ClassifierMemory> all = new HashMap<>();
      for (String device : devices) {
        all.put(
            device,
            new ClassifierMemory(
                limits.getOrDefault(device, Map.of()),
                budgets.getOrDefault(device, List.of()),
                null,
                new RateMemory(List.of(), tooFast.contains(device))));
      }
      return all;
    });
  }

  private static Map<String, Map<Level, LimitMemory>> limits(Handle handle) {
    Map<String, Map<Level, LimitMemory>> limits = new HashMap<>();
    handle
        .createQuery("SELECT * FROM limit_memory")
        .map((row, context) ->
            limits
                .computeIfAbsent(row.getString("device_id"), device -> new EnumMap<>(Level.class))
                .put(
                    Level.valueOf(row.getString("level")),
                    new LimitMemory(
                        row.getBoolean("violated"), new Columns(row).instant("since_ms"))))
        .list();
    return limits;
  }

  private static Map<String, List<CumulativeMemory>> budgets(Handle handle) {
    Map<String, List<CumulativeMemory>> budgets = new HashMap<>();
    handle
        .createQuery("SELECT * FROM cumulative_memory ORDER BY device_id, position")
        .map((row, context) ->
            budgets
                .computeIfAbsent(row.getString("device_id"), device -> new ArrayList<>())
                .add(
                    new CumulativeMemory(
                        Duration.ofMillis(row.getLong("spent_ms")), row.getBoolean("beyond"))))
        .list();
    return budgets;
  }
}
