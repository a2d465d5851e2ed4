package ai.cryox.backend.store;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmQuery;
import ai.cryox.core.alarm.AlarmStore;
import ai.cryox.core.alarm.Hold;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.health.AlarmHealth;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Alarms and their journal.
public final class SqliteAlarmStore implements AlarmStore {
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
            .map((row, context) -> AlarmRows.alarm(row))
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
        .map((row, context) -> AlarmRows.alarm(row))
        .list();
  }

  @Override
  public List<AlarmChange> journal(String alarmId) {
    return database.read(handle ->
        handle
            .createQuery("SELECT * FROM alarm_change WHERE alarm_id = :alarm ORDER BY change_key")
            .bind("alarm", alarmId)
            .map((row, context) -> AlarmRows.change(row))
            .list());
  }

  /// Measures the health of the alarm system in a period.
  ///
  /// @param facilityId only this facility's alarms, or `null` for all
  public AlarmHealth health(@Nullable String facilityId, Instant from, Instant until) {
    return database.read(handle -> new HealthReader(handle, facilityId).read(from, until));
  }
}
