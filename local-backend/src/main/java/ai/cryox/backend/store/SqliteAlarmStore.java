package ai.cryox.backend.store;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmEvent;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.AlarmLife;
import ai.cryox.core.alarm.AlarmQuery;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.AlarmStore;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Hold;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.health.AlarmHealth;
import ai.cryox.core.health.AlarmHealth.Stale;
import ai.cryox.core.health.HealthMeter;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Alarms and their journal.
public final class SqliteAlarmStore implements AlarmStore {
  private static final Duration STALE = Duration.ofHours(24);

  private final SqliteDatabase database;

  /// Alarms of this database.
  public SqliteAlarmStore(SqliteDatabase database) {
    this.database = database;
  }

  @Override
  public void save(List<Alarm> alarms, List<AlarmChange> changes) {
    if (!alarms.isEmpty()) {
      saveAlarms(alarms);
    }
    if (!changes.isEmpty()) {
      append(changes);
    }
  }

  private void append(List<AlarmChange> changes) {
    PreparedBatch journal =
        database
            .writer()
            .prepareBatch(
                """
                INSERT INTO alarm_change (alarm_id, at_ms, time_ms, event, from_state, to_state,
                  severity, value, actor, comment, until_ms)
                VALUES (:alarm, :at, :time, :event, :from, :to, :severity, :value, :actor,
                  :comment, :until)\
                """);
    try (journal) {
      for (AlarmChange change : changes) {
        journal
            .bind("alarm", change.alarmId())
            .bind("at", change.at().toEpochMilli())
            .bind("time", change.time().toEpochMilli())
            .bind("event", change.event().name())
            .bind("from", change.from().name())
            .bind("to", change.to().name())
            .bind("severity", change.severity().name())
            .bind("value", Columns.nullIfNaN(change.value()))
            .bind("actor", change.actor())
            .bind("comment", change.comment())
            .bind("until", Columns.millis(change.until()))
            .add();
      }
      journal.execute();
    }
  }

  private void saveAlarms(List<Alarm> alarms) {
    PreparedBatch rows =
        database
            .writer()
            .prepareBatch(
                """
                INSERT OR REPLACE INTO alarm (alarm_id, device_id, facility_id, condition, severity,
                  worst_severity, state, beneath, latching, value, limit_value, peak, raised_ms,
                  raised_received_ms, returned_ms, acknowledged_ms, acknowledged_by, comment, message,
                  occurrences, held_since_ms, held_until_ms, held_by, hold_reason)
                VALUES (:alarm, :device, :facility, :condition, :severity, :worst, :state, :beneath,
                  :latching, :value, :limit, :peak, :raised, :raisedReceived, :returned, :acknowledged, :acknowledgedBy,
                  :comment, :message, :occurrences, :heldSince, :heldUntil, :heldBy, :holdReason)\
                """);
    try (rows) {
      alarms.forEach(alarm -> add(rows, alarm));
      rows.execute();
    }
  }

  private static void add(PreparedBatch rows, Alarm alarm) {
    Hold hold = alarm.hold();
    rows.bind("alarm", alarm.alarmId())
        .bind("device", alarm.deviceId())
        .bind("facility", alarm.facilityId())
        .bind("condition", alarm.condition().name())
        .bind("severity", alarm.severity().name())
        .bind("worst", alarm.worstSeverity().name())
        .bind("state", alarm.state().name())
        .bind("beneath", alarm.life().beneath().name())
        .bind("latching", alarm.life().latching())
        .bind("value", Columns.nullIfNaN(alarm.value()))
        .bind("limit", Columns.nullIfNaN(alarm.limit()))
        .bind("peak", Columns.nullIfNaN(alarm.peak()))
        .bind("raised", alarm.raisedAt().toEpochMilli())
        .bind("raisedReceived", alarm.raisedReceivedAt().toEpochMilli())
        .bind("returned", Columns.millis(alarm.returnedAt()))
        .bind("acknowledged", Columns.millis(alarm.acknowledgedAt()))
        .bind("acknowledgedBy", alarm.acknowledgedBy())
        .bind("comment", alarm.comment())
        .bind("message", alarm.message())
        .bind("occurrences", alarm.occurrences())
        .bind("heldSince", hold == null ? null : Columns.millis(hold.since()))
        .bind("heldUntil", hold == null ? null : Columns.millis(hold.until()))
        .bind("heldBy", hold == null ? null : hold.by())
        .bind("holdReason", hold == null ? null : hold.reason())
        .add();
  }

  /// Whether an alarm of this id was ever stored. Only for the pipeline's thread.
  public boolean isKnown(String alarmId) {
    return database
        .writer()
        .createQuery("SELECT 1 FROM alarm WHERE alarm_id = :alarm")
        .bind("alarm", alarmId)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /// In which facility an alarm was; empty if it was in none or nobody knows it. Any thread.
  public String facilityOf(String alarmId) {
    return database.read(handle ->
        handle
            .createQuery("SELECT facility_id FROM alarm WHERE alarm_id = :alarm")
            .bind("alarm", alarmId)
            .mapTo(String.class)
            .findOne()
            .orElse(""));
  }

  @Override
  public List<Alarm> active() {
    return database.read(handle ->
        handle
            .createQuery("SELECT * FROM alarm WHERE state <> 'NORMAL' ORDER BY raised_ms")
            .map((row, context) -> alarm(row))
            .list());
  }

  @Override
  public Page<Alarm> read(AlarmQuery query, PageRequest page) {
    String kind = "alarm:" + query;
    PageToken after = PageToken.parse(page.continuationToken(), kind);
    List<Alarm> found = database.read(handle -> select(handle, query, after, page.size() + 1));
    return PageToken.page(
        found, page.size(), kind, last -> last.raisedAt().toEpochMilli(), Alarm::alarmId);
  }

  private static List<Alarm> select(
      Handle handle, AlarmQuery query, @Nullable PageToken after, int limit) {
    Query select =
        handle.createQuery(
            """
            SELECT * FROM alarm
            WHERE raised_ms >= :from AND raised_ms < :until
              AND (:facility IS NULL OR facility_id = :facility)
              AND (:device IS NULL OR device_id = :device)
              AND (:severity IS NULL OR worst_severity = :severity)
              AND (:afterTime IS NULL OR (raised_ms, alarm_id) < (:afterTime, :afterId))
            ORDER BY raised_ms DESC, alarm_id DESC LIMIT :limit\
            """);
    Severity severity = query.severity();
    return select
        .bind("from", query.from().toEpochMilli())
        .bind("until", query.until().toEpochMilli())
        .bind("facility", query.facilityId())
        .bind("device", query.deviceId())
        .bind("severity", severity == null ? null : severity.name())
        .bind("afterTime", after == null ? null : (Long) after.time())
        .bind("afterId", after == null ? null : after.id())
        .bind("limit", limit)
        .map((row, context) -> alarm(row))
        .list();
  }

  @Override
  public List<AlarmChange> journal(String alarmId) {
    return database.read(handle ->
        handle
            .createQuery("SELECT * FROM alarm_change WHERE alarm_id = :alarm ORDER BY change_key")
            .bind("alarm", alarmId)
            .map((row, context) -> change(row))
            .list());
  }

  /// Measures the health of the alarm system in a period.
  ///
  /// @param facilityId only this facility's alarms, or `null` for all
  public AlarmHealth health(@Nullable String facilityId, Instant from, Instant until) {
    return database.read(handle -> {
      HealthMeter meter = new HealthMeter(from, until);
      handle
          .createQuery(
              """
              SELECT c.*, a.device_id, a.condition
              FROM alarm_change c JOIN alarm a ON a.alarm_id = c.alarm_id
              WHERE c.at_ms >= :from AND c.at_ms < :until
                AND (:facility IS NULL OR a.facility_id = :facility)
              ORDER BY c.change_key\
              """)
          .bind("from", from.toEpochMilli())
          .bind("until", until.toEpochMilli())
          .bind("facility", facilityId)
          .map((row, context) -> {
            meter.take(key(row), change(row));
            return true;
          })
          .forEach(taken -> {});
      return meter.health(stale(handle, facilityId, until));
    });
  }

  /// Alarms on the list at a moment that had been active for more than a day then: of each the last
  /// line before it says where it was, the first when it began.
  private static List<Stale> stale(Handle handle, @Nullable String facilityId, Instant until) {
    return handle
        .createQuery(
            """
            SELECT c.alarm_id, c.to_state, c.severity, life.since_ms, a.device_id, a.condition
            FROM (
              SELECT alarm_id, max(change_key) AS last, min(at_ms) AS since_ms
              FROM alarm_change WHERE at_ms < :until GROUP BY alarm_id HAVING min(at_ms) < :old
            ) AS life
            JOIN alarm_change c ON c.change_key = life.last
            JOIN alarm a ON a.alarm_id = c.alarm_id
            WHERE c.to_state <> 'NORMAL' AND (:facility IS NULL OR a.facility_id = :facility)
            ORDER BY since_ms\
            """)
        .bind("until", until.toEpochMilli())
        .bind("old", until.minus(STALE).toEpochMilli())
        .bind("facility", facilityId)
        .map((row, context) ->
            AlarmState.valueOf(row.getString("to_state")).isAnnounced()
                ? Optional.of(
                    new Stale(
                        row.getString("alarm_id"),
                        key(row),
                        Severity.valueOf(row.getString("severity")),
                        Instant.ofEpochMilli(row.getLong("since_ms"))))
                : Optional.<Stale>empty())
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static AlarmKey key(ResultSet row) throws SQLException {
    return new AlarmKey(row.getString("device_id"), Condition.valueOf(row.getString("condition")));
  }

  static Alarm alarm(ResultSet row) throws SQLException {
    Columns columns = new Columns(row);
    return new Alarm(
        row.getString("alarm_id"),
        row.getString("device_id"),
        row.getString("facility_id"),
        Condition.valueOf(row.getString("condition")),
        Severity.valueOf(row.getString("severity")),
        Severity.valueOf(row.getString("worst_severity")),
        new AlarmLife(
            AlarmState.valueOf(row.getString("state")),
            AlarmState.valueOf(row.getString("beneath")),
            row.getBoolean("latching")),
        columns.decimalOrNaN("value"),
        columns.decimalOrNaN("limit_value"),
        columns.decimalOrNaN("peak"),
        Instant.ofEpochMilli(row.getLong("raised_ms")),
        Instant.ofEpochMilli(row.getLong("raised_received_ms")),
        columns.instant("returned_ms"),
        columns.instant("acknowledged_ms"),
        columns.text("acknowledged_by"),
        row.getString("comment"),
        row.getString("message"),
        row.getInt("occurrences"),
        hold(columns));
  }

  private static @Nullable Hold hold(Columns columns) throws SQLException {
    Instant since = columns.instant("held_since_ms");
    return since == null
        ? null
        : new Hold(
            since,
            columns.instant("held_until_ms"),
            Objects.requireNonNullElse(columns.text("held_by"), ""),
            Objects.requireNonNullElse(columns.text("hold_reason"), ""));
  }

  static AlarmChange change(ResultSet row) throws SQLException {
    Columns columns = new Columns(row);
    return new AlarmChange(
        row.getString("alarm_id"),
        Instant.ofEpochMilli(row.getLong("at_ms")),
        Instant.ofEpochMilli(row.getLong("time_ms")),
        AlarmEvent.valueOf(row.getString("event")),
        AlarmState.valueOf(row.getString("from_state")),
        AlarmState.valueOf(row.getString("to_state")),
        Severity.valueOf(row.getString("severity")),
        columns.decimalOrNaN("value"),
        row.getString("actor"),
        row.getString("comment"),
        columns.instant("until_ms"));
  }
}
