package ai.cryox.backend.store;

import ai.cryox.core.alarm.Severity;
import ai.cryox.core.escalation.Escalation;
import ai.cryox.core.escalation.Escalation.Progress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The escalations that run. {@link #save} and {@link #remove} belong to the writer's open
/// transaction.
public final class SqliteEscalationStore {
  private static final String NEVER = "-";

  private final SqliteDatabase database;

  /// The escalations of this database.
  public SqliteEscalationStore(SqliteDatabase database) {
    this.database = database;
  }

  void save(Escalation escalation) {
    database
        .writer()
        .createUpdate(
            """
            INSERT OR REPLACE INTO escalation (alarm_id, policy_id, severity, started_ms, steps,
              flaps, summary_ms, sounding, next_whom)
            VALUES (:alarm, :policy, :severity, :started, :steps, :flaps, :summary, :sounding,
              :whom)\
            """)
        .bind("alarm", escalation.alarmId())
        .bind("policy", escalation.policyId())
        .bind("severity", escalation.severity().name())
        .bind("started", escalation.startedAt().toEpochMilli())
        .bind("steps", text(escalation.steps()))
        .bind("flaps", escalation.flaps())
        .bind("summary", Columns.millis(escalation.summaryAt()))
        .bind("sounding", escalation.sounding())
        .bind("whom", escalation.nextWhom())
        .execute();
  }

  void remove(String alarmId) {
    database.writer().execute("DELETE FROM escalation WHERE alarm_id = ?", alarmId);
  }

  /// All that run; any thread.
  public List<Escalation> all() {
    return database.read(handle ->
        handle
            .createQuery("SELECT * FROM escalation")
            .map((row, context) -> escalation(row))
            .list());
  }

  private static Escalation escalation(ResultSet row) throws SQLException {
    return new Escalation(
        row.getString("alarm_id"),
        row.getString("policy_id"),
        Severity.valueOf(row.getString("severity")),
        Instant.ofEpochMilli(row.getLong("started_ms")),
        steps(row.getString("steps")),
        row.getInt("flaps"),
        new Columns(row).instant("summary_ms"),
        row.getBoolean("sounding"),
        row.getString("next_whom"));
  }

  private static String text(List<Progress> steps) {
    return steps.stream()
        .map(step -> {
          Long nextAt = Columns.millis(step.nextAt());
          return step.calls() + "@" + (nextAt == null ? NEVER : nextAt);
        })
        .collect(Collectors.joining(" "));
  }

  private static List<Progress> steps(String text) {
    return Arrays.stream(text.split(" "))
        .filter(step -> !step.isEmpty())
        .map(step -> step.split("@"))
        .map(step ->
            new Progress(
                Integer.parseInt(step[0]),
                step[1].equals(NEVER) ? null : Instant.ofEpochMilli(Long.parseLong(step[1]))))
        .toList();
  }
}
