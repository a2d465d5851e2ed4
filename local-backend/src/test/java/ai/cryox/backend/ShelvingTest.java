package ai.cryox.backend;

import static ai.cryox.backend.AlarmFixture.FRIDGE;
import static ai.cryox.backend.AlarmFixture.HIGH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmEvent;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.reading.DeviceAlert;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Alarms on the shelf: how long, and how they come back.
class ShelvingTest extends OperatorGround {
  @Test
  void aShelvedAlarmIsRecordedAndComesBackUnacknowledgedWhenItsTimeIsUp() {
    line.read(4);
    Alarm shelved =
        line.act(actions -> actions.shelve(List.of(HIGH), HOUR, "defrosting")).getFirst();
    assertEquals(AlarmState.SHELVED, shelved.state());
    line.readEach(4.5, 7);
    assertEquals(AlarmState.SHELVED, high().state());
    assertEquals(7, high().peak(), 1e-9);
    assertEquals(Severity.CRITICAL, high().worstSeverity());
    line.pass(HOUR);
    line.turn();
    assertEquals(AlarmState.UNACKNOWLEDGED, high().state());
    assertNull(high().hold());
    assertEquals(
        List.of(AlarmEvent.VIOLATED, AlarmEvent.SHELVE, AlarmEvent.ROSE, AlarmEvent.SHELF_ENDED),
        line.events(high()));
  }

  @Test
  void aShelfTimeThatRanOutWhileTheBackendWasOffEndsAtOnceAndSaysSo() {
    line.read(6);
    line.act(actions -> actions.shelve(List.of(HIGH), HOUR, "maintenance"));
    line.stop();
    line.pass(Duration.ofHours(3));
    line.start();
    assertEquals(AlarmState.SHELVED, high().state());
    line.turn();
    assertEquals(AlarmState.UNACKNOWLEDGED, high().state());
    AlarmChange last = line.session().journal(high().alarmId()).getLast();
    assertTrue(last.comment().contains("was off"), last.comment());
    assertEquals(Duration.ofHours(2), Duration.between(last.time(), last.at()));
  }

  @Test
  void aShelfEndThatIsStillToComeIsArmedAgainAtTheStart() {
    line.read(6);
    line.act(actions -> actions.shelve(List.of(HIGH), HOUR, "maintenance"));
    line.restart();
    line.pass(HOUR.minusSeconds(1));
    line.turn();
    assertEquals(AlarmState.SHELVED, high().state());
    line.pass(Duration.ofSeconds(1));
    line.turn();
    assertEquals(AlarmState.UNACKNOWLEDGED, high().state());
    assertEquals("", line.session().journal(high().alarmId()).getLast().comment());
  }

  @Test
  void whoeverTakesAnAlarmFromTheShelfHasSeenIt() {
    line.read(6);
    line.act(actions -> actions.shelve(List.of(HIGH), HOUR, "defrosting"));
    line.act(actions -> actions.unshelve(List.of(HIGH), "over"));
    assertEquals(AlarmState.ACKNOWLEDGED, high().state());
    assertEquals("anna", high().acknowledgedBy());
  }

  @Test
  void aShelvedReportOfADeviceIsOverOnceSomebodyTookItBack() {
    line.send(
        FRIDGE,
        new DeviceAlert(
            "a1",
            FRIDGE,
            AlarmFixture.FACILITY,
            line.instant(),
            Severity.CRITICAL,
            "jammed",
            null));
    AlarmKey key = new AlarmKey(FRIDGE, Condition.DEVICE_REPORTED);
    line.act(actions -> actions.shelve(List.of(key), HOUR, "known"));
    line.act(actions -> actions.unshelve(List.of(key), "mended"));
    assertEquals(List.of(), line.active());
  }

  @Test
  void fiveHundredShelvesThatEndTogetherComeBackAtOnceAndNoMoreThanThat() {
    List<AlarmKey> keys = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      keys.add(new AlarmKey("temp_%03d".formatted(i), Condition.HIGH));
      line.read(keys.getLast().deviceId(), 6);
    }
    assertEquals(500, line.act(actions -> actions.shelve(keys, HOUR, "power test")).size());
    line.pass(HOUR);
    line.turn();
    List<Alarm> back =
        line.active().stream().filter(alarm -> alarm.condition() == Condition.HIGH).toList();
    assertEquals(500, back.size());
    for (Alarm alarm : back) {
      assertEquals(AlarmState.UNACKNOWLEDGED, alarm.state());
    }
    assertEquals(
        List.of(AlarmEvent.VIOLATED, AlarmEvent.SHELVE, AlarmEvent.SHELF_ENDED),
        line.events(back.getFirst()));
    line.turn();
    assertEquals(3, line.session().journal(back.getFirst().alarmId()).size());
  }
}
