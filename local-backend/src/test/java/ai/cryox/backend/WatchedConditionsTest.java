package ai.cryox.backend;

import static ai.cryox.backend.AlarmFixture.FACILITY;
import static ai.cryox.backend.AlarmFixture.FRIDGE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.AlarmLimit;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.classify.Finding;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.reading.DeviceStatus;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReadingNotes;
import ai.cryox.core.reading.Telemetry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is wrong with a device or with the system beside the temperature.
class WatchedConditionsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir Path folder;
  private AlarmFixture line;

  @BeforeEach
  void open() {
    line = new AlarmFixture(folder);
    line.read(2.5);
  }

  @AfterEach
  void close() {
    line.close();
  }

  private void telemetry(@Nullable Double battery, @Nullable Double signal) {
    line.pass(MINUTE);
    line.send(
        FRIDGE,
        new Telemetry(
            FRIDGE, FACILITY, line.instant(), null, null, null, null, battery, signal, null));
  }

  private void status(String word) {
    line.pass(MINUTE);
    line.send(
        FRIDGE,
        new DeviceStatus(
            null,
            FRIDGE,
            FACILITY,
            word,
            line.instant(),
            null,
            null,
            null,
            DeviceConfiguration.NONE,
            null));
  }

  private void read(double temperature, @Nullable Boolean anomaly, @Nullable Double confidence) {
    line.pass(Duration.ofSeconds(30));
    ReadingNotes notes = new ReadingNotes(null, null, anomaly, confidence, null, null);
    line.send(FRIDGE, new Reading(FRIDGE, FACILITY, line.instant(), temperature, null, notes));
  }

  private void limit(Condition condition, @Nullable AlarmLimit limit, Severity severity) {
    AlarmDesign before = line.session().alarmDesign();
    Map<Condition, AlarmLimit> limits = new EnumMap<>(before.limits());
    if (limit == null) {
      limits.remove(condition);
    } else {
      limits.put(condition, limit);
    }
    line.asking(() -> {
      line.session()
          .saveAlarmDesign(
              new AlarmDesign(
                  before.longestShelf(),
                  before.stuckAfter(),
                  before.latching(),
                  Map.of(condition, severity),
                  limits,
                  before.guidance()));
      return before;
    });
  }

  @Test
  void aBatteryThatRunsOutAlarmsOnceAndReturnsPastItsDeadbandAndDelay() {
    telemetry(20.0, -60.0);
    assertTrue(line.isQuiet(Condition.BATTERY));
    telemetry(19.0, -60.0);
    Alarm low = line.alarm(Condition.BATTERY);
    assertEquals(Severity.WARNING, low.severity());
    assertEquals(20, low.limit(), 1e-9);
    telemetry(12.0, null);
    assertEquals(12, line.alarm(Condition.BATTERY).peak(), 1e-9);
    telemetry(24.0, null);
    for (int i = 0; i < 11; i++) {
      assertEquals(AlarmState.UNACKNOWLEDGED, line.alarm(Condition.BATTERY).state());
      telemetry(90.0, null);
    }
    assertEquals(AlarmState.RETURNED, line.alarm(Condition.BATTERY).state());
  }

  @Test
  void aWeakSignalMustStayWeakAndItsDelaySurvivesARestart() {
    for (int i = 0; i < 10; i++) {
      telemetry(null, -110.0);
    }
    line.restart();
    for (int i = 0; i < 5; i++) {
      assertTrue(line.isQuiet(Condition.SIGNAL));
      telemetry(null, -110.0);
    }
    telemetry(null, -112.0);
    assertEquals(-112, line.alarm(Condition.SIGNAL).peak(), 1e-9);
  }

  @Test
  void oldTelemetryIsHistory() {
    Instant old = line.instant().minus(Duration.ofHours(2));
    line.send(
        FRIDGE, new Telemetry(FRIDGE, FACILITY, old, null, null, null, null, 3.0, null, null));
    assertTrue(line.isQuiet(Condition.BATTERY));
  }

  @Test
  void aDeviceThatSaysItIsNotWellHasASensorFaultUntilItSaysOtherwise() {
    status("sensor_error");
    assertTrue(line.alarm(Condition.SENSOR_FAULT).message().contains("sensor_error"));
    status("online");
    for (int i = 0; i < 5; i++) {
      status("online");
    }
    assertEquals(AlarmState.RETURNED, line.alarm(Condition.SENSOR_FAULT).state());
  }

  @Test
  void aValueThatCannotBeIsASensorFault() {
    read(-127.0, null, null);
    Alarm fault = line.alarm(Condition.SENSOR_FAULT);
    assertTrue(fault.message().contains("disconnected"), fault.message());
    assertTrue(Double.isNaN(fault.value()));
  }

  @Test
  void aSensorThatSaysTheSameForADayIsStuckUntilItSaysSomethingElse() {
    for (int i = 0; i < 24 * 4; i++) {
      line.pass(Duration.ofMinutes(15));
      line.read(3.0);
    }
    assertTrue(line.isQuiet(Condition.SENSOR_FAULT));
    line.pass(Duration.ofMinutes(15));
    line.read(3.0);
    assertTrue(line.alarm(Condition.SENSOR_FAULT).message().contains("stuck"));
    line.restart();
    line.pass(Duration.ofMinutes(15));
    line.read(3.0);
    line.pass(Duration.ofMinutes(15));
    line.read(3.0);
    assertTrue(line.alarm(Condition.SENSOR_FAULT).isConditionPresent());
    line.pass(MINUTE);
    line.read(2.9);
    line.pass(Duration.ofMinutes(6));
    line.read(2.8);
    assertFalse(line.alarm(Condition.SENSOR_FAULT).isConditionPresent());
  }

  @Test
  void anOddValueMustStayOdd() {
    read(2.5, true, 0.9);
    read(2.5, false, 0.9);
    read(2.6, true, 0.9);
    for (int i = 0; i < 3; i++) {
      read(2.7, null, 0.3);
      assertTrue(line.isQuiet(Condition.ANOMALY));
    }
    read(2.7, null, 0.3);
    Alarm odd = line.alarm(Condition.ANOMALY);
    assertTrue(odd.message().contains("30 %"), odd.message());
  }

  @Test
  void howBadASilenceIsFollowsFromTheDesign() {
    limit(Condition.SILENT, null, Severity.CRITICAL);
    line.listen(Duration.ofSeconds(95));
    assertEquals(Severity.CRITICAL, line.alarm(Condition.SILENT).severity());
  }

  @Test
  void aConditionThatIsNotWatchedAnyMoreIsOver() {
    telemetry(10.0, null);
    limit(Condition.BATTERY, null, Severity.WARNING);
    telemetry(9.0, null);
    assertEquals(AlarmState.RETURNED, line.alarm(Condition.BATTERY).state());
  }

  @Test
  void aWrongClockIsOneAlarmAndEndsOnceTheClockIsRight() {
    for (int i = 0; i < 5; i++) {
      line.listen(Duration.ofSeconds(10));
      line.send(
          FRIDGE, Reading.of(FRIDGE, FACILITY, line.instant().plus(Duration.ofHours(1)), 2.5));
    }
    Alarm wrong = line.alarm(Condition.CLOCK);
    assertTrue(wrong.message().contains("60 min ahead"), wrong.message());
    assertEquals(1, line.session().journal(wrong.alarmId()).size());
    line.readEach(2.4, 2.5, 2.4, 2.5, 2.4, 2.5, 2.4, 2.5, 2.4, 2.5);
    assertEquals(AlarmState.UNACKNOWLEDGED, line.alarm(Condition.CLOCK).state());
    line.readEach(2.4);
    assertEquals(AlarmState.RETURNED, line.alarm(Condition.CLOCK).state());
  }

  @Test
  void theBackendsOwnClockThatWentBackIsToldAndDoesNotStay() {
    line.turn();
    line.pass(Duration.ofHours(-2));
    line.turn();
    Alarm jump = line.alarm("/clock", Condition.CLOCK).orElseThrow();
    assertEquals(AlarmState.RETURNED, jump.state());
    assertTrue(jump.message().contains("went back by 7200 s"), jump.message());
    assertTrue(jump.isSystem());
  }

  @Test
  void aClockThatJumpsAheadIsToldFromTimeThatPassed() {
    AtomicLong nanos = new AtomicLong(1);
    line.backend().surroundings().watchClock(nanos::get);
    line.turn();
    line.pass(Duration.ofHours(1));
    nanos.addAndGet(Duration.ofHours(1).toNanos());
    line.turn();
    assertTrue(line.alarm("/clock", Condition.CLOCK).isEmpty());
    line.pass(Duration.ofHours(1));
    line.turn();
    assertTrue(line.alarm("/clock", Condition.CLOCK).isPresent());
  }

  private void raise(AlarmKey part, Batch batch) {
    Finding.Violated violated =
        new Finding.Violated(
            part.condition(), batch.now(), Double.NaN, Severity.CRITICAL, Double.NaN);
    line.backend().desk().raise(part, "", violated, "Nobody was reached.", batch);
  }

  @Test
  void aSystemAlarmIsRaisedAndClearedByWhoeverKnows() {
    AlarmKey mail = new AlarmKey("/notify/mail", Condition.NOTIFY_FAILED);
    line.asking(() ->
        line.backend()
            .agent()
            .change(batch -> {
              raise(mail, batch);
              raise(mail, batch);
              return true;
            }));
    Alarm failed = line.alarm("/notify/mail", Condition.NOTIFY_FAILED).orElseThrow();
    assertEquals("Nobody was reached.", failed.message());
    assertEquals(1, line.session().journal(failed.alarmId()).size());
    line.restart();
    line.asking(() ->
        line.backend()
            .agent()
            .change(batch -> {
              line.backend().desk().end(mail, batch);
              return true;
            }));
    assertEquals(
        AlarmState.RETURNED,
        line.alarm("/notify/mail", Condition.NOTIFY_FAILED).orElseThrow().state());
  }
}
