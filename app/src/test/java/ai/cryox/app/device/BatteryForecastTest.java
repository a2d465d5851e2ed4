package ai.cryox.app.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import ai.cryox.core.reading.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BatteryForecastTest {
  private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");

  private static List<Bucket> days(int count, double from, double perDay) {
    return IntStream.range(0, count)
        .mapToObj(day -> {
          double percent = from + perDay * day;
          return new Bucket(BEGIN.plus(Duration.ofDays(day)), percent, percent, percent, 100);
        })
        .toList();
  }

  @Test
  void aBatteryThatFallsIsChangedWhenTheLineSaysSo() {
    // 80 % after ten days, ten percent are empty: 70 % at 1 % a day.
    assertEquals(Duration.ofDays(70), BatteryForecast.of(days(11, 90, -1)));
  }

  @Test
  void nobodyTellsOfFewDaysOrOfOneThatDoesNotFall() {
    assertNull(BatteryForecast.of(days(3, 90, -1)));
    assertNull(BatteryForecast.of(days(20, 90, 0)));
    assertNull(BatteryForecast.of(days(20, 40, 1)));
  }

  @Test
  void anEmptyOneIsToBeChangedNow() {
    assertEquals(Duration.ZERO, BatteryForecast.of(days(10, 12, -1)));
  }
}
