package ai.cryox.backend.store;

import ai.cryox.backend.ingest.ExcursionChanges;
import ai.cryox.backend.ingest.ExcursionChanges.DeviceWaypoint;
import ai.cryox.backend.ingest.ExcursionChanges.LimitsChange;
import ai.cryox.backend.profile.ProfileJson;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.classify.ExcursionMemory;
import ai.cryox.core.classify.ExcursionTracker.Waypoint;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.excursion.Excursion;
import ai.cryox.core.excursion.ExcursionQuery;
import ai.cryox.core.excursion.ExcursionStore;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Excursions, and all that is needed to find them again.
public final class SqliteExcursionStore implements ExcursionStore {
  /// Before any reading.
  private static final long BEGINNING = 0;

  private final SqliteDatabase database;

  /// Excursions of this database.
  public SqliteExcursionStore(SqliteDatabase database) {
    this.database = database;
  }

  /// Makes changes, as part of the writer's open transaction.
  void save(ExcursionChanges changes) {
    Handle writer = database.writer();
    changes.anew.forEach(stretch -> {
      writer.execute(
          "DELETE FROM excursion WHERE device_id = ? AND start_ms >= ?",
          stretch.deviceId(),
          stretch.from());
      writer.execute(
          "DELETE FROM excursion_waypoint WHERE device_id = ? AND day_ms > ?",
          stretch.deviceId(),
          stretch.from());
    });
    changes.now.values().forEach(excursion -> save(writer, excursion));
    changes.memories.forEach((deviceId, memory) -> save(writer, deviceId, memory));
    changes.waypoints.forEach(waypoint -> save(writer, waypoint));
    changes.limits.forEach(change -> save(writer, change));
    changes.due.forEach((deviceId, from) -> saveDue(writer, deviceId, from));
  }

  private static void save(Handle writer, Excursion excursion) {
    writer.execute(
        "INSERT OR REPLACE INTO excursion VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        excursion.deviceId(),
        excursion.condition().name(),
        excursion.start().toEpochMilli(),
        excursion.facilityId(),
        excursion.severity().name(),
        Columns.nullIfNaN(excursion.limit()),
        excursion.profileId(),
        Columns.millis(excursion.end()),
        excursion.latest().toEpochMilli(),
        excursion.peak(),
        excursion.peakAt().toEpochMilli(),
        excursion.beyond().toMillis(),
        excursion.readings(),
        excursion.gaps(),
        excursion.missing().toMillis(),
        excursion.historic());
  }

  private static void save(Handle writer, String deviceId, Optional<ExcursionMemory> memory) {
    Instant newest = memory.map(known -> known.limits().newest()).orElse(null);
    if (memory.isEmpty() || newest == null) {
      writer.execute("DELETE FROM excursion_memory WHERE device_id = ?", deviceId);
      return;
    }
    writer.execute(
        "INSERT OR REPLACE INTO excursion_memory VALUES (?, ?, ?)",
        deviceId,
        newest.toEpochMilli(),
        ExcursionMemoryCodec.bytes(memory.get()));
  }

  private static void save(Handle writer, DeviceWaypoint waypoint) {
    writer.execute(
        "INSERT OR REPLACE INTO excursion_waypoint VALUES (?, ?, ?)",
        waypoint.deviceId(),
        waypoint.waypoint().time(),
        ExcursionMemoryCodec.bytes(waypoint.waypoint().memory()));
  }

  private static void save(Handle writer, LimitsChange change) {
    writer
        .createUpdate(
            """
            INSERT INTO limits_change SELECT :device, :beginning, :profile, NULL
            WHERE NOT EXISTS (SELECT 1 FROM limits_change WHERE device_id = :device)\
            """)
        .bind("device", change.deviceId())
        .bind("beginning", BEGINNING)
        .bind("profile", ProfileJson.text(change.before()))
        .execute();
    writer.execute(
        "INSERT OR REPLACE INTO limits_change VALUES (?, ?, ?, ?)",
        change.deviceId(),
        change.from().toEpochMilli(),
        ProfileJson.text(change.after()),
        change.changedAt().toEpochMilli());
  }

  private static void saveDue(Handle writer, String deviceId, Optional<Instant> from) {
    if (from.isEmpty()) {
      writer.execute("DELETE FROM excursion_due WHERE device_id = ?", deviceId);
    } else {
      writer.execute(
          "INSERT OR REPLACE INTO excursion_due VALUES (?, ?)",
          deviceId,
          from.get().toEpochMilli());
    }
  }

  /// What trackers remembered, by device, of those of which there is something.
  public Map<String, ExcursionMemory> memories() {
    Map<String, ExcursionMemory> memories = new HashMap<>();
    database.read(handle ->
        handle
            .createQuery("SELECT device_id, memory FROM excursion_memory")
            .map((row, context) ->
                memories.put(
                    row.getString("device_id"),
                    ExcursionMemoryCodec.memory(row.getBytes("memory"))))
            .list());
    return memories;
  }

  /// From when on devices must be evaluated again.
  public Map<String, Instant> due() {
    Map<String, Instant> due = new HashMap<>();
    database.read(handle ->
        handle
            .createQuery("SELECT * FROM excursion_due")
            .map((row, context) ->
                due.put(row.getString("device_id"), Instant.ofEpochMilli(row.getLong("from_ms"))))
            .list());
    return due;
  }

  /// The last place not after a day's beginning at which an evaluation can begin, or `null` if
  /// there was nothing to remember then.
  ///
  /// @param day epoch milliseconds
  public @Nullable Waypoint waypoint(String deviceId, long day) {
    return database
        .read(handle ->
            handle
                .createQuery(
                    """
                    SELECT day_ms, memory FROM excursion_waypoint
                    WHERE device_id = ? AND day_ms <= ? ORDER BY day_ms DESC LIMIT 1\
                    """)
                .bind(0, deviceId)
                .bind(1, day)
                .map((row, context) ->
                    new Waypoint(
                        row.getLong("day_ms"), ExcursionMemoryCodec.memory(row.getBytes("memory"))))
                .findOne())
        .orElse(null);
  }

  /// Which limits a device's readings are judged by from which time on, epoch milliseconds; empty
  /// if they never changed.
  public NavigableMap<Long, StorageProfile> limits(String deviceId) {
    NavigableMap<Long, StorageProfile> limits = new TreeMap<>();
    database.read(handle ->
        handle
            .createQuery("SELECT from_ms, profile FROM limits_change WHERE device_id = ?")
            .bind(0, deviceId)
            .map((row, context) ->
                Optional.ofNullable(
                    limits.put(
                        row.getLong("from_ms"), ProfileJson.parse(row.getString("profile")))))
            .list());
    return limits;
  }

  @Override
  public Page<Excursion> read(ExcursionQuery query, PageRequest page) {
    String kind = "excursion:" + query;
    PageToken after = PageToken.parse(page.continuationToken(), kind);
    List<Excursion> found = database.read(handle -> select(handle, query, after, page.size() + 1));
    return PageToken.page(
        found,
        page.size(),
        kind,
        last -> last.start().toEpochMilli(),
        last -> last.deviceId() + "/" + last.condition());
  }

  static List<Excursion> select(
      Handle handle, ExcursionQuery query, @Nullable PageToken after, int limit) {
    return handle
        .createQuery(
            """
            SELECT * FROM excursion
            WHERE start_ms < :until AND (end_ms IS NULL OR end_ms > :from)
              AND (:facility IS NULL OR facility_id = :facility)
              AND (:device IS NULL OR device_id = :device)
              AND (:afterTime IS NULL
                OR (start_ms, device_id || '/' || condition) < (:afterTime, :afterId))
            ORDER BY start_ms DESC, device_id || '/' || condition DESC LIMIT :limit\
            """)
        .bind("from", query.from().toEpochMilli())
        .bind("until", query.until().toEpochMilli())
        .bind("facility", query.facilityId())
        .bind("device", query.deviceId())
        .bind("afterTime", after == null ? null : (Long) after.time())
        .bind("afterId", after == null ? null : after.id())
        .bind("limit", limit)
        .map((row, context) -> excursion(row))
        .list();
  }

  private static Excursion excursion(ResultSet row) throws SQLException {
    Columns columns = new Columns(row);
    return new Excursion(
        row.getString("device_id"),
        row.getString("facility_id"),
        Condition.valueOf(row.getString("condition")),
        Severity.valueOf(row.getString("severity")),
        columns.decimalOrNaN("limit_value"),
        row.getString("profile_id"),
        Instant.ofEpochMilli(row.getLong("start_ms")),
        columns.instant("end_ms"),
        Instant.ofEpochMilli(row.getLong("latest_ms")),
        row.getDouble("peak"),
        Instant.ofEpochMilli(row.getLong("peak_ms")),
        Duration.ofMillis(row.getLong("beyond_ms")),
        row.getInt("readings"),
        row.getInt("gaps"),
        Duration.ofMillis(row.getLong("missing_ms")),
        row.getBoolean("historic"));
  }
}
