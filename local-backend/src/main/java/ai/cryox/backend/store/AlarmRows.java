package ai.cryox.backend.store;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmEvent;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.AlarmLife;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Hold;
import ai.cryox.core.alarm.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the rows of alarms and of their journal mean.
final class AlarmRows {
  private AlarmRows() {}

  static AlarmKey key(ResultSet row) throws SQLException {
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
