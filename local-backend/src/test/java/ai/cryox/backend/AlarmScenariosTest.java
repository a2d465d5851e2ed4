package ai.cryox.backend;

import static ai.cryox.backend.AlarmFixture.FACILITY;
import static ai.cryox.backend.AlarmFixture.FRIDGE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmEvent;
import ai.cryox.core.alarm.AlarmQuery;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.Reading;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What happens in cold stores, as their sensors tell it every minute.
class AlarmScenariosTest {
  @TempDir Path folder;
  private AlarmFixture line;

  @BeforeEach
  void open() {
    line = new AlarmFixture(folder);
  }

  @AfterEach
  void close() {
    line.close();
  }

  /// The temperature goes straight from one value to the other.
  private void slope(double from, double to, Duration lasting) {
    long readings = lasting.toMinutes();
    for (long i = 1; i <= readings; i++) {
      line.pass(Duration.ofMinutes(1));
      line.read(from + (to - from) * i / readings);
    }
  }

  private void minutes(int count, double temperature) {
    slope(temperature, temperature, Duration.ofMinutes(count));
  }

  @Test
  void aDoorLeftOpenWarnsThenIsCriticalAndReturnsOnceItIsShut() {
    line.profile("refrigerator-2-8");
    minutes(5, 5);
    slope(5, 7.5, Duration.ofMinutes(5));
    minutes(10, 7.5);
    assertEquals(Severity.WARNING, line.alarm(Condition.HIGH).severity());
    slope(7.5, 9, Duration.ofMinutes(3));
    minutes(3, 9.2);
    Alarm open = line.alarm(Condition.HIGH);
    assertEquals(Severity.CRITICAL, open.severity());
    line.act(actions -> actions.acknowledge(List.of(open.alarmId()), "shutting it"));
    slope(9.2, 5, Duration.ofMinutes(10));
    minutes(2, 5);
    assertTrue(line.isQuiet(Condition.HIGH));
    assertEquals(AlarmEvent.WENT_BACK, line.events(open).getLast());
    assertEquals(9.2, line.session().alarms(anyTime(), page()).items().getFirst().peak(), 1e-9);
  }

  private AlarmQuery anyTime() {
    return new AlarmQuery(null, FRIDGE, null, Instant.EPOCH, line.instant().plusSeconds(1));
  }

  private static PageRequest page() {
    return PageRequest.first(10);
  }

  @Test
  void aCompressorThatFailedIsOneAlarmThatOnlyGetsWorse() {
    line.profile("freezer-25-10");
    minutes(5, -18);
    slope(-18, 4, Duration.ofHours(4));
    Alarm failed = line.alarm(Condition.HIGH);
    assertEquals(AlarmState.UNACKNOWLEDGED, failed.state());
    assertEquals(Severity.CRITICAL, failed.severity());
    assertEquals(1, failed.occurrences());
    assertEquals(4, failed.peak(), 0.1);
  }

  @Test
  void aDefrostThatTheDelaysKnowAlarmsNobody() {
    line.profile("freezer-25-10");
    for (int i = 0; i < 3; i++) {
      minutes(60, -18);
      slope(-18, -11, Duration.ofMinutes(15));
      slope(-11, -18, Duration.ofMinutes(20));
    }
    assertEquals(List.of(), line.session().alarms(anyTime(), page()).items());
  }

  @Test
  void aSensorThatFallsSilentIsToldWithinASecondOfItsThreePeriods() {
    minutes(3, 2.5);
    line.listen(Duration.ofSeconds(89));
    assertTrue(line.isQuiet(Condition.SILENT));
    line.listen(Duration.ofSeconds(2));
    Alarm silent = line.alarm(Condition.SILENT);
    assertTrue(Duration.between(silent.raisedAt(), line.instant()).toSeconds() <= 1);
    line.read(2.5);
    assertEquals(AlarmState.RETURNED, line.alarm(Condition.SILENT).state());
  }

  @Test
  void aWeekThatComesLateSoundsNothing() {
    line.read(2.5);
    Instant now = line.instant();
    Reading[] week = new Reading[7 * 24 * 12];
    for (int i = 0; i < week.length; i++) {
      Instant time = now.minus(Duration.ofDays(7)).plus(Duration.ofMinutes(5L * i));
      week[i] = Reading.of(FRIDGE, FACILITY, time, i % 2 == 0 ? 12 : 2);
    }
    line.send(FRIDGE, week);
    assertEquals(List.of(), line.session().alarms(anyTime(), page()).items());
  }
}
