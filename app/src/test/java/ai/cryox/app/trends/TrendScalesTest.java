package ai.cryox.app.trends;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.screen.TimeTicks;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/// Axes and periods.
final class TrendScalesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Property
  void everythingDrawnFitsTheScale(
      @ForAll @DoubleRange(min = -200, max = 5_000) double low,
      @ForAll @DoubleRange(min = 0, max = 5_000) double more,
      @ForAll @IntRange(min = 3, max = 30) int lines) {
    AxisScale scale = AxisScale.of(low, low + more, lines);
    assertTrue(scale.least() <= low && low + more <= scale.most());
    double steps = (scale.most() - scale.least()) / scale.step();
    assertEquals(Math.rint(steps), steps, 1e-6, "edges lie on lines");
    assertTrue(steps <= lines + 2, () -> steps + " lines");
  }

  @Property
  void zoomingKeepsThePlaceUnderThePointer(
      @ForAll @LongRange(min = 60_000, max = 86_400_000L * 400) long span,
      @ForAll @DoubleRange(min = 0.2, max = 5) double factor,
      @ForAll @DoubleRange(min = 0, max = 1) double share) {
    TimeWindow view = new TimeWindow(1_000_000, 1_000_000 + span);
    TimeWindow zoomed = view.zoomed(factor, share);
    double before = view.from() + share * view.span();
    double after = zoomed.from() + share * zoomed.span();
    assertEquals(before, after, 2);
    assertTrue(zoomed.span() >= TimeWindow.SHORTEST.toMillis());
    assertTrue(zoomed.span() <= TimeWindow.LONGEST.toMillis());
  }

  @Property(tries = 300)
  void timesAreInOrderInsideAndNotTooMany(
      @ForAll @LongRange(min = 0, max = 2_000_000_000_000L) long from,
      @ForAll @LongRange(min = 10_000, max = 157_000_000_000L) long span,
      @ForAll @IntRange(min = 2, max = 30) int most) {
    TimeWindow view = new TimeWindow(from, from + span);
    List<Instant> moments = TimeTicks.of(view.start(), view.end(), most, BERLIN).moments();
    for (int i = 0; i < moments.size(); i++) {
      assertTrue(!moments.get(i).isBefore(view.start()) && moments.get(i).isBefore(view.end()));
      assertTrue(i == 0 || moments.get(i - 1).isBefore(moments.get(i)));
    }
    // A February is shorter than the months are on average.
    assertTrue(moments.size() <= most * 1.1 + 3, () -> moments.size() + " marks");
  }

  @Test
  void theHoursStayOnTheClockWhenSummerTimeBegins() {
    TimeWindow night =
        new TimeWindow(
            Instant.parse("2026-03-28T22:30:00Z").toEpochMilli(),
            Instant.parse("2026-03-29T04:30:00Z").toEpochMilli());
    assertEquals(
        List.of("23:00Z", "00:00Z", "01:00Z", "02:00Z", "03:00Z", "04:00Z"),
        TimeTicks.of(night.start(), night.end(), 8, BERLIN).moments().stream()
            .map(moment -> moment.toString().substring(11, 16) + "Z")
            .toList());
  }
}
