package ai.cryox.backend.store;

import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.health.AlarmHealth;
import ai.cryox.core.health.AlarmHealth.Stale;
import ai.cryox.core.health.HealthMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reads from the alarms' journal how healthy the alarm system was.
///
/// @param facilityId only this facility's alarms, or `null` for all
record HealthReader(Handle handle, @Nullable String facilityId) {
  private static final Duration STALE = Duration.ofHours(24);

  AlarmHealth read(Instant from, Instant until) {
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
          meter.take(AlarmRows.key(row), AlarmRows.change(row));
          return true;
        })
        .forEach(taken -> {});
    return meter.health(stale(until));
  }

  /// Alarms on the list at a moment that had been active for more than a day then: of each the last
  /// line before it says where it was, the first when it began.
  private List<Stale> stale(Instant until) {
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
                        AlarmRows.key(row),
                        Severity.valueOf(row.getString("severity")),
                        Instant.ofEpochMilli(row.getLong("since_ms"))))
                : Optional.<Stale>empty())
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }
}
