package ai.cryox.backend.store;

import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.alarm.AlarmLimit;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Guidance;
import ai.cryox.core.alarm.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// The one alarm design. {@link #replace} belongs to the writer's open transaction.
public final class SqliteAlarmDesignStore {
  private final SqliteDatabase database;

  /// The design of this database.
  public SqliteAlarmDesignStore(SqliteDatabase database) {
    this.database = database;
  }

  /// Replaces the whole design.
  void replace(AlarmDesign design) {
    Handle writer = database.writer();
    for (String table :
        List.of("alarm_design", "alarm_latching", "alarm_severity", "alarm_limit")) {
      writer.execute("DELETE FROM " + table);
    }
    writer.execute("DELETE FROM alarm_guidance");
    writer.execute(
        "INSERT INTO alarm_design VALUES (1, ?, ?)",
        design.longestShelf().toMillis(),
        design.stuckAfter().toMillis());
    design
        .latching()
        .forEach(
            condition -> writer.execute("INSERT INTO alarm_latching VALUES (?)", condition.name()));
    design
        .severities()
        .forEach((condition, severity) ->
            writer.execute(
                "INSERT INTO alarm_severity VALUES (?, ?)", condition.name(), severity.name()));
    design.limits().forEach((condition, limit) -> save(writer, condition, limit));
    int position = 0;
    for (Guidance one : design.guidance()) {
      writer.execute(
          "INSERT INTO alarm_guidance VALUES (?, ?, ?, ?)",
          one.zone(),
          one.condition().name(),
          ++position,
          one.text());
    }
  }

  private static void save(Handle writer, Condition condition, AlarmLimit limit) {
    writer.execute(
        "INSERT INTO alarm_limit VALUES (?, ?, ?, ?, ?)",
        condition.name(),
        Columns.nullIfNaN(limit.value()),
        limit.deadband(),
        limit.onDelay().toMillis(),
        limit.offDelay().toMillis());
  }

  /// The whole design; what comes with the program if nobody changed it.
  ///
  /// @throws StoreException if another hand or a newer program wrote what makes no sense here
  public AlarmDesign read() {
    try {
      return database.read(SqliteAlarmDesignStore::read);
    } catch (IllegalArgumentException unknown) {
      throw new StoreException(
          "The alarm design in the data file cannot be used: %s. Start the version of the program that wrote it, or restore the file from a backup."
              .formatted(unknown.getMessage()),
          unknown);
    }
  }

  private static AlarmDesign read(Handle handle) {
    return handle
        .createQuery("SELECT * FROM alarm_design")
        .map((row, context) ->
            new AlarmDesign(
                Duration.ofMillis(row.getLong("longest_shelf_ms")),
                Duration.ofMillis(row.getLong("stuck_after_ms")),
                latching(handle),
                severities(handle),
                limits(handle),
                guidance(handle)))
        .findOne()
        .orElse(AlarmDesign.DEFAULT);
  }

  private static Set<Condition> latching(Handle handle) {
    return new HashSet<>(
        handle
            .createQuery("SELECT * FROM alarm_latching")
            .map((row, context) -> condition(row))
            .list());
  }

  private static Map<Condition, Severity> severities(Handle handle) {
    Map<Condition, Severity> severities = new HashMap<>();
    handle
        .createQuery("SELECT * FROM alarm_severity")
        .map((row, context) ->
            severities.put(condition(row), Severity.valueOf(row.getString("severity"))))
        .list();
    return severities;
  }

  private static Map<Condition, AlarmLimit> limits(Handle handle) {
    Map<Condition, AlarmLimit> limits = new HashMap<>();
    handle
        .createQuery("SELECT * FROM alarm_limit")
        .map((row, context) ->
            limits.put(
                condition(row),
                new AlarmLimit(
                    new Columns(row).decimalOrNaN("value"),
                    row.getDouble("deadband"),
                    Duration.ofMillis(row.getLong("on_delay_ms")),
                    Duration.ofMillis(row.getLong("off_delay_ms")))))
        .list();
    return limits;
  }

  private static List<Guidance> guidance(Handle handle) {
    return handle
        .createQuery("SELECT * FROM alarm_guidance ORDER BY position")
        .map((row, context) ->
            new Guidance(row.getString("zone"), condition(row), row.getString("text")))
        .list();
  }

  private static Condition condition(ResultSet row) throws SQLException {
    return Condition.valueOf(row.getString("condition"));
  }
}
