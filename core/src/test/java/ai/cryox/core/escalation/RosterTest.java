package ai.cryox.core.escalation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RosterTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);

  private static Shift shift(String from, String until, String person) {
    return new Shift(
        new WeeklyHours(ALL, LocalTime.parse(from), LocalTime.parse(until)), List.of(person));
  }

  private static Roster roster(List<Shift> shifts, List<Holiday> holidays) {
    return new Roster("on-call", "On call", BERLIN, shifts, holidays, null);
  }

  private static final Roster DAY_AND_NIGHT =
      roster(List.of(shift("06:00", "22:00", "day"), shift("22:00", "06:00", "night")), List.of());

  private static List<String> at(Roster roster, String instant) {
    return roster.onCall(Instant.parse(instant));
  }

  @Test
  void aNightShiftRunsIntoTheNextMorning() {
    assertEquals(List.of("night"), at(DAY_AND_NIGHT, "2026-03-10T21:00:00Z"));
    assertEquals(List.of("night"), at(DAY_AND_NIGHT, "2026-03-11T04:59:59Z"));
    assertEquals(List.of("day"), at(DAY_AND_NIGHT, "2026-03-11T05:00:00Z"));
    assertEquals(List.of("day"), at(DAY_AND_NIGHT, "2026-03-10T20:59:59Z"));
  }

  @Test
  void somebodyIsOnCallAtEveryMomentOfTheNightsWhenTheClockIsPutOnAndBack() {
    Roster threeShifts =
        roster(
            List.of(
                shift("22:00", "02:30", "early"),
                shift("02:30", "06:00", "late"),
                shift("06:00", "22:00", "day")),
            List.of());
    for (String evening : List.of("2026-03-28T21:00:00Z", "2026-10-24T20:00:00Z")) {
      Instant from = Instant.parse(evening);
      for (int minute = 0; minute < 12 * 60; minute++) {
        Instant moment = from.plus(Duration.ofMinutes(minute));
        assertEquals(1, threeShifts.onCall(moment).size(), moment.toString());
      }
    }
  }

  @Test
  void aNightShiftIsAnHourShorterInMarchAndLongerInOctober() {
    assertEquals(7 * 60, minutesOf("night", "2026-03-28T20:00:00Z"));
    assertEquals(9 * 60, minutesOf("night", "2026-10-24T19:00:00Z"));
    assertEquals(8 * 60, minutesOf("night", "2026-06-10T19:00:00Z"));
  }

  private static long minutesOf(String person, String evening) {
    Instant from = Instant.parse(evening);
    return IntStream.range(0, 14 * 60)
        .filter(
            minute -> DAY_AND_NIGHT.onCall(from.plus(Duration.ofMinutes(minute))).contains(person))
        .count();
  }

  @Test
  void onAHolidayOthersAreOnCallFromMidnightToMidnightOfTheZone() {
    Roster roster =
        roster(
            DAY_AND_NIGHT.shifts(),
            List.of(new Holiday(LocalDate.of(2026, 12, 25), "Christmas", List.of("volunteer"))));
    assertEquals(List.of("night"), at(roster, "2026-12-24T22:59:59Z"));
    assertEquals(List.of("volunteer"), at(roster, "2026-12-24T23:00:00Z"));
    assertEquals(List.of("volunteer"), at(roster, "2026-12-25T22:59:59Z"));
    assertEquals(List.of("night"), at(roster, "2026-12-25T23:00:00Z"));
  }

  @Test
  void theDeputyFillsHolesAndUnnamedHolidays() {
    Roster roster =
        new Roster(
            "r",
            "R",
            BERLIN,
            List.of(shift("06:00", "22:00", "day")),
            List.of(new Holiday(LocalDate.of(2026, 3, 11), "", List.of())),
            "deputy");
    assertEquals(List.of("deputy"), at(roster, "2026-03-10T22:00:00Z"));
    assertEquals(List.of("deputy"), at(roster, "2026-03-11T12:00:00Z"));
    assertEquals(List.of(), roster.holes());
  }

  @Test
  void aHoleIsFoundAndNamed() {
    Roster weekdays =
        roster(
            List.of(
                new Shift(
                    new WeeklyHours(
                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        LocalTime.of(8, 0),
                        LocalTime.of(8, 0)),
                    List.of("a"))),
            List.of());
    assertEquals(
        List.of("Monday 00:00 to Monday 08:00", "Saturday 08:00 to Monday 00:00"),
        weekdays.holes());
    assertEquals(List.of(), at(weekdays, "2026-03-08T12:00:00Z"));
    assertEquals(List.of(), DAY_AND_NIGHT.holes());
  }

  @Test
  void hoursWithoutADayAndTwoHolidaysOnOneDateAreRefused() {
    Shift never =
        new Shift(new WeeklyHours(Set.of(), LocalTime.NOON, LocalTime.MIDNIGHT), List.of("a"));
    assertNotNull(roster(List.of(never), List.of()).problem());
    Holiday christmas = new Holiday(LocalDate.of(2026, 12, 25), "", List.of());
    assertNotNull(roster(List.of(), List.of(christmas, christmas)).problem());
  }
}
