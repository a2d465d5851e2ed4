package ai.cryox.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.report.ReportTiming.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ReportTimingTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ReportTiming EACH_MORNING =
      new ReportTiming(Cadence.DAILY, 0, LocalTime.of(6, 0));

  private static Instant berlin(String day, String time) {
    return LocalDate.parse(day).atTime(LocalTime.parse(time)).atZone(BERLIN).toInstant();
  }

  @Test
  void aDailyReportIsOfTheDayBefore() {
    Instant made = EACH_MORNING.after(berlin("2026-06-10", "06:00"), BERLIN);
    assertEquals(berlin("2026-06-11", "06:00"), made);
    assertEquals(
        new Span(berlin("2026-06-10", "00:00"), berlin("2026-06-11", "00:00")),
        EACH_MORNING.span(made, BERLIN));
  }

  @Test
  void theDaysOnWhichTheClocksAreChangedHave23And25Hours() {
    Span spring = EACH_MORNING.span(berlin("2026-03-30", "06:00"), BERLIN);
    assertEquals(Duration.ofHours(23), Duration.between(spring.from(), spring.until()));
    Span autumn = EACH_MORNING.span(berlin("2026-10-26", "06:00"), BERLIN);
    assertEquals(Duration.ofHours(25), Duration.between(autumn.from(), autumn.until()));
  }

  @Test
  void aTimeThatADayDoesNotHaveComesLaterAndOneThatItHasTwiceComesOnce() {
    ReportTiming atNight = new ReportTiming(Cadence.DAILY, 0, LocalTime.of(2, 30));
    Instant spring = atNight.after(berlin("2026-03-28", "12:00"), BERLIN);
    assertEquals(Instant.parse("2026-03-29T01:30:00Z"), spring);
    Instant autumn = atNight.after(berlin("2026-10-24", "12:00"), BERLIN);
    assertEquals(Instant.parse("2026-10-25T00:30:00Z"), autumn);
    assertEquals(berlin("2026-10-26", "02:30"), atNight.after(autumn, BERLIN));
  }

  @Test
  void aWeeklyReportIsOfTheSevenDaysBeforeItsDay() {
    ReportTiming mondays = new ReportTiming(Cadence.WEEKLY, 1, LocalTime.of(7, 0));
    Instant made = mondays.after(berlin("2026-06-10", "12:00"), BERLIN);
    assertEquals(berlin("2026-06-15", "07:00"), made);
    assertEquals(
        new Span(berlin("2026-06-08", "00:00"), berlin("2026-06-15", "00:00")),
        mondays.span(made, BERLIN));
  }

  @Test
  void aMonthlyReportIsOfTheMonthBefore() {
    ReportTiming third = new ReportTiming(Cadence.MONTHLY, 3, LocalTime.of(7, 0));
    Instant made = third.after(berlin("2026-12-03", "07:00"), BERLIN);
    assertEquals(berlin("2027-01-03", "07:00"), made);
    assertEquals(
        new Span(berlin("2026-12-01", "00:00"), berlin("2027-01-01", "00:00")),
        third.span(made, BERLIN));
  }

  @Test
  void aDayThatDoesNotFitIsRefused() {
    LocalTime six = LocalTime.of(6, 0);
    assertNull(new ReportTiming(Cadence.MONTHLY, 28, six).problem());
    for (ReportTiming nonsense :
        List.of(
            new ReportTiming(Cadence.DAILY, 1, six),
            new ReportTiming(Cadence.WEEKLY, 0, six),
            new ReportTiming(Cadence.WEEKLY, 8, six),
            new ReportTiming(Cadence.MONTHLY, 29, six))) {
      assertNotNull(nonsense.problem(), nonsense::toString);
    }
  }

  @Provide
  static Arbitrary<ReportTiming> timings() {
    return Arbitraries.of(Cadence.class)
        .flatMap(cadence ->
            Combinators.combine(
                    Arbitraries.integers().between(cadence.firstDay(), cadence.lastDay()),
                    Arbitraries.integers().between(0, 24 * 60 - 1))
                .as((day, minute) ->
                    new ReportTiming(cadence, day, LocalTime.MIN.plusMinutes(minute))));
  }

  @Provide
  static Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "Europe/Berlin",
            "America/Havana",
            "Australia/Lord_Howe",
            "Africa/Cairo",
            "UTC",
            "America/New_York",
            "Pacific/Chatham")
        .map(ZoneId::of);
  }

  @Provide
  static Arbitrary<Instant> moments() {
    return Arbitraries.longs().between(1_700_000_000L, 2_000_000_000L).map(Instant::ofEpochSecond);
  }

  /// Whatever the clocks do: the periods of a schedule follow each other without gap or overlap,
  /// and each is over when it is reported.
  @Property
  void periodsJoinWithoutGaps(
      @ForAll("timings") ReportTiming timing,
      @ForAll("zones") ZoneId zone,
      @ForAll("moments") Instant moment) {
    Instant made = timing.after(moment, zone);
    assertTrue(made.isAfter(moment));
    for (int i = 0; i < 5; i++) {
      Span span = timing.span(made, zone);
      assertFalse(span.until().isAfter(made), () -> span.toString());
      Instant next = timing.after(made, zone);
      assertEquals(span.until(), timing.span(next, zone).from());
      assertEquals(span, timing.lastSpan(made, zone));
      made = next;
    }
  }
}
