package ai.cryox.app.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.screen.AlarmWords;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmLife;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Hold;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.live.Vitals;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AlarmsModelTest {
  private static final Instant T0 = Instant.parse("2026-11-23T20:00:00Z");

  private final AlarmsModel model = new AlarmsModel();
  private final AlarmWords words =
      new AlarmWords(new Units(Messages.in(Locale.ENGLISH), ZoneOffset.UTC));

  @Test
  void aRowStaysTheSameObjectWhileItsAlarmLivesAndMoves() {
    Alarm first = alarm("a", AlarmState.UNACKNOWLEDGED);
    Alarm second = alarm("b", AlarmState.UNACKNOWLEDGED);
    assertTrue(show(Segment.ACTIVE, first, second));
    AlarmRow row = model.shown().getFirst();
    Alarm seen = alarm("a", AlarmState.ACKNOWLEDGED);
    assertTrue(show(Segment.ACTIVE, second, seen));
    assertSame(row, model.shown().get(1));
    assertSame(seen, row.alarm());
    assertFalse(show(Segment.ACTIVE, second, seen), "nothing moved");
  }

  @ParameterizedTest
  @EnumSource(value = AlarmState.class, mode = EnumSource.Mode.EXCLUDE, names = "NORMAL")
  void everyActiveAlarmStandsInExactlyOnePart(AlarmState state) {
    int parts = 0;
    for (Segment segment : Segment.values()) {
      show(segment, alarm("a", state));
      parts += segment.isLive() ? model.shown().size() : 0;
    }
    assertEquals(1, parts);
  }

  @Test
  void aShelvedAlarmLeavesTheListAndIsCountedElsewhere() {
    show(Segment.ACTIVE, alarm("a", AlarmState.UNACKNOWLEDGED));
    assertTrue(show(Segment.ACTIVE, alarm("a", AlarmState.SHELVED)));
    assertTrue(model.shown().isEmpty());
    assertEquals(0, model.count(Segment.ACTIVE));
    assertEquals(1, model.count(Segment.SHELVED));
  }

  @Test
  void rowsThatMayNotMoveStillChange() {
    show(Segment.ACTIVE, alarm("a", AlarmState.UNACKNOWLEDGED));
    Alarm seen = alarm("a", AlarmState.ACKNOWLEDGED);
    LiveSnapshot next = snapshot(alarm("b", AlarmState.UNACKNOWLEDGED), seen);
    assertFalse(model.show(next, Segment.ACTIVE, _ -> true, false));
    assertEquals(1, model.shown().size());
    assertSame(seen, model.shown().getFirst().alarm());
  }

  @Test
  void theFilterFindsWordsOfTheAlarm() {
    AlarmRow row = new AlarmRow(alarm("fridge_7", AlarmState.SHELVED), null);
    assertTrue(row.holds("fridge", words));
    assertTrue(row.holds("defrost", words));
    assertFalse(row.holds("freezer", words));
  }

  @ParameterizedTest
  @EnumSource(Deed.class)
  void whatIsOfferedInAPartFitsAnAlarmOfIt(Deed deed) {
    boolean used = false;
    for (AlarmState state : AlarmState.values()) {
      Alarm alarm = alarm("a", state);
      assertFalse(state == AlarmState.NORMAL && deed.fits(alarm));
      used |= deed.fits(alarm) && deed.isIn(Segment.of(alarm));
    }
    assertTrue(used, () -> deed + " can never be done");
  }

  private boolean show(Segment segment, Alarm... alarms) {
    return model.show(snapshot(alarms), segment, _ -> true, true);
  }

  private static LiveSnapshot snapshot(Alarm... alarms) {
    Vitals vitals = new Vitals(T0, 0, 0, 0, 0, 0, 0, null, null, null, List.of());
    return new LiveSnapshot(1, T0, List.of(), List.of(alarms), List.of(), vitals);
  }

  private static Alarm alarm(String id, AlarmState state) {
    AlarmState beneath = state.isHeld() ? AlarmState.UNACKNOWLEDGED : state;
    Hold hold = state.isHeld() ? new Hold(T0, T0.plusSeconds(60), "anna", "Defrosting") : null;
    return new Alarm(
        id,
        id,
        "warehouse_001",
        Condition.HIGH,
        Severity.CRITICAL,
        Severity.CRITICAL,
        new AlarmLife(state, beneath, true),
        9,
        8,
        10,
        T0,
        T0,
        null,
        null,
        null,
        "",
        "",
        1,
        hold);
  }
}
