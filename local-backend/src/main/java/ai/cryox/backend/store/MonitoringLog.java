package ai.cryox.backend.store;

import ai.cryox.core.compliance.MonitoringRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Writes down when the backend ran: when it began, and every ten seconds that it still does, so
/// that also an end without warning is known to ten seconds. Belongs to the pipeline's thread.
final class MonitoringLog {
  private static final Duration BEAT = Duration.ofSeconds(10);

  private final SqliteDatabase database;
  private @Nullable Instant alive;

  MonitoringLog(SqliteDatabase database) {
    this.database = database;
  }

  /// Whether it is time to write. A clock that was set back writes at once: the run goes on, and
  /// what was written stays.
  boolean isDue(Instant now) {
    Instant last = alive;
    return last == null || now.isBefore(last) || !now.isBefore(last.plus(BEAT));
  }

  /// Writes, as part of the writer's open transaction.
  void beat(Instant now) {
    Handle writer = database.writer();
    if (alive == null) {
      writer.execute(
          "INSERT INTO monitoring_run (started_ms, alive_ms) VALUES (?, ?)",
          now.toEpochMilli(),
          now.toEpochMilli());
    } else {
      writer.execute(
          """
          UPDATE monitoring_run SET alive_ms = max(alive_ms, ?)
          WHERE run_key = (SELECT max(run_key) FROM monitoring_run)\
          """,
          now.toEpochMilli());
    }
  }

  /// What was written is durable.
  void beaten(Instant now) {
    alive = now;
  }

  /// All runs, oldest first.
  static List<MonitoringRun> select(Handle handle) {
    return handle
        .createQuery("SELECT started_ms, alive_ms FROM monitoring_run ORDER BY run_key")
        .map((row, context) ->
            new MonitoringRun(
                Instant.ofEpochMilli(row.getLong("started_ms")),
                Instant.ofEpochMilli(row.getLong("alive_ms"))))
        .list();
  }
}
