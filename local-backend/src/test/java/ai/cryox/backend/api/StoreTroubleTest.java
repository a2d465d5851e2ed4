package ai.cryox.backend.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmEvent;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTroubleTest {
  @TempDir Path folder;

  @Test
  void aStoreThatTakesNothingIsAnAlarmAtOnceAndStoredOnceItTakesSomethingAgain() throws Exception {
    try (ApiFixture api = new ApiFixture(folder)) {
      api.sql(
          "CREATE TRIGGER broken BEFORE INSERT ON raw_log BEGIN SELECT RAISE(ABORT, 'no room');"
              + " END");
      CountDownLatch stored = api.offer(ApiFixture.NOW, 2.5);
      Alarm seen = await(api, AlarmState.UNACKNOWLEDGED);
      assertTrue(seen.message().contains("no room"), seen.message());
      assertEquals(List.of(), api.session.journal(seen.alarmId()));
      api.sql("DROP TRIGGER broken");
      assertTrue(stored.await(60, TimeUnit.SECONDS));
      Alarm over = await(api, AlarmState.RETURNED);
      assertEquals(seen.alarmId(), over.alarmId());
      assertFalse(
          api.session.callouts().notifications(seen.alarmId()).isEmpty(), "nobody was called");
      String listed =
          api.get("/api/v1/alerts?startTime=2024-12-01T14:00:00Z&endTime=2024-12-01T16:00:00Z")
              .body();
      assertTrue(listed.contains("\"deviceId\":\"/store\",\"facilityId\":\"\""), listed);
      assertEquals(
          List.of(AlarmEvent.VIOLATED, AlarmEvent.WENT_BACK),
          api.session.journal(seen.alarmId()).stream().map(AlarmChange::event).toList());
    }
  }

  private static Alarm await(ApiFixture api, AlarmState state) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < deadline) {
      Optional<Alarm> found =
          api.session.live().latest().alarms().stream()
              .filter(alarm -> alarm.condition() == Condition.STORE && alarm.state() == state)
              .findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("only " + api.session.live().latest().alarms());
  }
}
