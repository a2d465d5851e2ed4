package ai.cryox.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmEvent;
import ai.cryox.core.alarm.AlarmQuery;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.classify.AlertThresholds;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.DeviceAlert;
import ai.cryox.core.reading.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Alarms over the whole line: how they come, what people do with them, and how they go.
class AlarmLifeTest extends LineGround {
  @Test
  void aWarmFridgeIsOneAlarmHoweverManyReadingsSaySo() {
    Reading[] readings = new Reading[1000];
    for (int i = 0; i < readings.length; i++) {
      readings[i] = Reading.of(FRIDGE, "warehouse_001", now.plusMillis(i), 6.0 + i / 1000.0);
    }
    send(readings);
    assertEquals(1, active().size());
    Alarm alarm = active().getFirst();
    assertEquals(Severity.CRITICAL, alarm.severity());
    assertEquals(6.999, alarm.peak(), 1e-9);
    AlarmQuery all = new AlarmQuery(null, null, null, Instant.EPOCH, now.plusSeconds(1));
    assertEquals(1, session.alarms(all, PageRequest.first(10)).items().size());
  }

  @Test
  void acknowledgingSilencesReturningEndsAndTheJournalTellsIt() {
    read(6.0);
    Alarm alarm = active().getFirst();
    pass(Duration.ofSeconds(30));
    List<Alarm> changed =
        asking(() ->
            session.alarmActions().acknowledge(List.of(alarm.alarmId()), " door, closing it "));
    assertEquals(AlarmState.ACKNOWLEDGED, changed.getFirst().state());
    assertEquals("door, closing it", changed.getFirst().comment());
    assertEquals(
        List.of(),
        asking(() -> session.alarmActions().acknowledge(List.of(alarm.alarmId(), "none"), "")));
    read(2.0);
    assertEquals(List.of(), active());
    assertEquals(
        List.of(AlarmEvent.VIOLATED, AlarmEvent.ACKNOWLEDGE, AlarmEvent.WENT_BACK),
        session.journal(alarm.alarmId()).stream().map(change -> change.event()).toList());
  }

  @Test
  void anAlarmThatReturnedUnseenWaitsForSomebody() {
    read(6.0);
    pass(Duration.ofSeconds(30));
    read(2.0);
    Alarm returned = active().getFirst();
    assertEquals(AlarmState.RETURNED, returned.state());
    pass(Duration.ofSeconds(30));
    read(6.0);
    assertEquals(2, active().getFirst().occurrences());
    assertEquals(returned.alarmId(), active().getFirst().alarmId());
  }

  @Test
  void aResentExcursionRaisesNothingNew() {
    Reading warm = Reading.of(FRIDGE, "warehouse_001", now, 6.0);
    send(warm);
    pass(Duration.ofSeconds(30));
    read(2.0);
    asking(() -> session.alarmActions().acknowledge(List.of(active().getFirst().alarmId()), ""));
    send(warm);
    assertEquals(List.of(), active());
  }

  @Test
  void aDevicesOwnAlertStandsUntilSomebodySawIt() {
    DeviceAlert alert =
        new DeviceAlert(
            "a1", FRIDGE, "warehouse_001", now, Severity.CRITICAL, "compressor jammed", null);
    send(alert);
    send(alert);
    assertEquals(1, active().size());
    Alarm standing = active().getFirst();
    assertEquals("compressor jammed", standing.message());
    List<Alarm> done =
        asking(() -> session.alarmActions().acknowledge(List.of(standing.alarmId()), ""));
    assertEquals(AlarmState.NORMAL, done.getFirst().state());
    send(alert);
    assertEquals(List.of(), active());
  }

  @Test
  void configuredLimitsHoldAtOnceAndReleaseAnAlarmTheyDoNotKnow() {
    read(4.0);
    assertEquals(Severity.WARNING, active().getFirst().severity());
    DeviceConfiguration wide = new DeviceConfiguration(60, new AlertThresholds(8.0, 2.0));
    Device changed = asking(() -> session.configure(FRIDGE, wide));
    assertEquals(wide, changed.desired());
    assertEquals(AlarmState.RETURNED, active().getFirst().state());
    restart();
    assertEquals(8.0, live().device(FRIDGE).orElseThrow().limits().top(), 1e-9);
    DeviceConfiguration nonsense = new DeviceConfiguration(60, new AlertThresholds(1.0, 2.0));
    assertThrows(IllegalArgumentException.class, () -> session.configure(FRIDGE, nonsense));
  }
}
