package ai.cryox.app.bench;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmEvent;
import ai.cryox.core.alarm.AlarmLife;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import java.time.Duration;
import java.time.Instant;

/// A journal of alarms as a busy month leaves it: each is raised, acknowledged and over.
final class AlarmSupply {
  private static final int LINES = 4;
  private static final int DEVICES = 50;
  private static final int PART = 1_000;

  private AlarmSupply() {}

  /// Writes so many lines, spread over a period.
  static void write(BenchStore store, int lines, Instant from, Instant until) {
    int alarms = lines / LINES;
    Duration apart = Duration.between(from, until).dividedBy(alarms);
    Batch batch = new Batch(until);
    for (int i = 0; i < alarms; i++) {
      add(batch, i, from.plus(apart.multipliedBy(i)));
      if (batch.alarms.size() >= PART) {
        store.write(batch);
        batch = new Batch(until);
      }
    }
    store.write(batch);
  }

  private static void add(Batch batch, int number, Instant at) {
    String id = "bench_" + number;
    Severity severity = number % 20 == 0 ? Severity.CRITICAL : Severity.WARNING;
    batch.alarms.put(
        id,
        new Alarm(
            id,
            "journal_%02d".formatted(number % DEVICES),
            "bench",
            Condition.HIGH,
            severity,
            severity,
            AlarmLife.normal(false),
            9,
            8,
            9,
            at,
            at,
            at.plusSeconds(300),
            at.plusSeconds(120),
            "bench",
            "",
            "",
            1,
            null));
    line(batch, id, at, AlarmEvent.VIOLATED, AlarmState.NORMAL, AlarmState.UNACKNOWLEDGED);
    line(
        batch,
        id,
        at.plusSeconds(60),
        AlarmEvent.ROSE,
        AlarmState.UNACKNOWLEDGED,
        AlarmState.UNACKNOWLEDGED);
    line(
        batch,
        id,
        at.plusSeconds(120),
        AlarmEvent.ACKNOWLEDGE,
        AlarmState.UNACKNOWLEDGED,
        AlarmState.ACKNOWLEDGED);
    line(
        batch,
        id,
        at.plusSeconds(300),
        AlarmEvent.WENT_BACK,
        AlarmState.ACKNOWLEDGED,
        AlarmState.NORMAL);
  }

  private static void line(
      Batch batch, String id, Instant at, AlarmEvent event, AlarmState from, AlarmState to) {
    batch.changes.add(
        new AlarmChange(id, at, at, event, from, to, Severity.WARNING, 9, "", "", null));
  }
}
