package ai.cryox.app.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class TimeAxisTest {
  private static final Instant ODD = Instant.parse("2026-11-28T17:45:00Z");

  private final Units units = new Units(Messages.in(Locale.UK), ZoneId.of("Europe/Berlin"));

  private static List<String> words(List<TimeAxis.Mark> marks) {
    return marks.stream().map(TimeAxis.Mark::words).toList();
  }

  @Test
  void aDayThatBeginsAtAnOddTimeIsMarkedAtRoundHoursOfTheLocalClock() {
    TimeAxis axis = new TimeAxis(ODD, ODD.plus(Duration.ofDays(1)), 0, 720);
    assertEquals(
        List.of("21:00", "29 Nov", "03:00", "06:00", "09:00", "12:00", "15:00", "18:00"),
        words(axis.marks(units)));
  }

  @Test
  void aMarkStandsWhereItsTimeIs() {
    TimeAxis axis = new TimeAxis(ODD, ODD.plus(Duration.ofDays(1)), 100, 100 + 960);
    // 21:00 is two hours and a quarter after 18:45, and an hour is 40 px.
    assertEquals(100 + 2.25 * 40, axis.marks(units).getFirst().x());
  }

  @Test
  void wordsThatAnEdgeWouldCutAreLeftOut() {
    Instant threeInTheAfternoon = Instant.parse("2026-11-28T14:00:00Z");
    TimeAxis axis =
        new TimeAxis(threeInTheAfternoon, threeInTheAfternoon.plus(Duration.ofDays(1)), 0, 720);
    assertEquals("", axis.marks(units).getFirst().words());
    assertEquals("18:00", axis.marks(units).get(1).words());
  }

  @Test
  void aWeekIsMarkedByItsDays() {
    TimeAxis axis = new TimeAxis(ODD, ODD.plus(Duration.ofDays(7)), 0, 720);
    assertEquals(
        List.of("29 Nov", "30 Nov", "1 Dec", "2 Dec", "3 Dec", "4 Dec", "5 Dec"),
        words(axis.marks(units)));
  }
}
