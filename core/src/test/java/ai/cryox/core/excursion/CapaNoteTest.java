package ai.cryox.core.excursion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapaNoteTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private static Instant minute(long minute) {
    return NOON.plus(Duration.ofMinutes(minute));
  }

  private static CapaNote note() {
    return new CapaNote(
        "temp_007", Condition.HIGH, NOON, 1, "Door.", "", "", "", null, false, "Sven", minute(90));
  }

  private static Excursion excursion(String deviceId, Condition condition, long from, long until) {
    return new Excursion(
        deviceId,
        "north",
        condition,
        Severity.CRITICAL,
        8,
        "refrigerator-2-8",
        minute(from),
        minute(until),
        minute(until - 1),
        9,
        minute(from),
        Duration.ofMinutes(5),
        9,
        0,
        Duration.ZERO,
        false);
  }

  private static Excursion high(long from, long until) {
    return excursion("temp_007", Condition.HIGH, from, until);
  }

  @Test
  void staysWhereItIsWhileItsExcursionIsThere() {
    CapaNote note = note();
    assertSame(note, note.anchored(List.of(high(-20, 5), high(6, 30))));
    assertSame(note, note.anchored(List.of(high(0, 5), high(6, 30))));
  }

  @Test
  void goesWithTheNearestOfItsUnitAndCondition() {
    CapaNote moved =
        note()
            .anchored(
                List.of(
                    excursion("temp_007", Condition.LOW, 1, 2),
                    excursion("temp_008", Condition.HIGH, 0, 9),
                    high(-90, -30),
                    high(12, 40),
                    high(50, 60)));
    assertEquals(minute(12), moved.start());
    assertEquals(note().cause(), moved.cause());
    assertEquals(minute(-40), note().anchored(List.of(high(-40, -5), high(6, 30))).start());
    assertEquals(minute(-40), note().anchored(List.of(high(-40, -5), high(5, 30))).start());
  }

  @Test
  void isNotTakenForOneOfAnotherDay() {
    CapaNote note = note();
    long day = Duration.ofDays(1).toMinutes();
    assertSame(note, note.anchored(List.of(high(day + 1, day + 9), high(-day - 90, -day - 1))));
    assertEquals(minute(day), note.anchored(List.of(high(day, day + 9))).start());
    assertSame(note, note.anchored(List.of()));
  }
}
