package ai.cryox.app.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.cryox.app.reports.Period.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PeriodTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void aDayOnWhichTheClocksAreSetIsWhole() {
    Instant afterSpring = Instant.parse("2026-03-30T10:00:00Z");
    Stretch spring = Period.YESTERDAY.at(afterSpring, BERLIN);
    assertEquals(Instant.parse("2026-03-28T23:00:00Z"), spring.from());
    assertEquals(Duration.ofHours(23), Duration.between(spring.from(), spring.until()));
    Stretch autumn = Period.YESTERDAY.at(Instant.parse("2026-10-26T10:00:00Z"), BERLIN);
    assertEquals(Duration.ofHours(25), Duration.between(autumn.from(), autumn.until()));
  }

  @Test
  void theMonthBeforeThisOneIsACalendarMonthByTheFacilitysClock() {
    Stretch month = Period.LAST_MONTH.at(Instant.parse("2026-10-31T23:30:00Z"), BERLIN);
    assertEquals(Instant.parse("2026-09-30T22:00:00Z"), month.from());
    assertEquals(Instant.parse("2026-10-31T23:00:00Z"), month.until());
  }

  @Test
  void aWeekBeginsOnMonday() {
    Stretch week = Period.CALENDAR_WEEK.at(Instant.parse("2026-11-29T12:00:00Z"), BERLIN);
    assertEquals(Instant.parse("2026-11-15T23:00:00Z"), week.from());
    assertEquals(Instant.parse("2026-11-22T23:00:00Z"), week.until());
  }

  @Test
  void thisMonthEndsNow() {
    Instant now = Instant.parse("2026-11-29T12:00:00Z");
    assertEquals(now, Period.THIS_MONTH.at(now, BERLIN).until());
  }
}
