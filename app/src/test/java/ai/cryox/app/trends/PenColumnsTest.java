package ai.cryox.app.trends;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.reading.Bucket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class PenColumnsTest {
  private static final long BEGIN = 1_700_000_000_000L;

  /// What a device said, by time.
  private static NavigableMap<Long, Double> stored(long seed, int count, int apartMillis) {
    SplittableRandom random = new SplittableRandom(seed);
    NavigableMap<Long, Double> stored = new TreeMap<>();
    long time = BEGIN;
    for (int i = 0; i < count; i++) {
      time += 1 + random.nextLong(apartMillis);
      boolean spike = random.nextInt(200) == 0;
      stored.put(time, Math.rint(random.nextDouble(-30, spike ? 60 : 10) * 10) / 10);
    }
    return stored;
  }

  /// Windows as the store makes them, (end − resolution, end], reckoned the plain way.
  private static List<Bucket> windows(Map<Long, Double> stored, long resolution) {
    Map<Long, List<Double>> byEnd = new TreeMap<>();
    stored.forEach((time, value) ->
        byEnd
            .computeIfAbsent(Math.ceilDiv(time, resolution) * resolution, _ -> new ArrayList<>())
            .add(value));
    List<Bucket> windows = new ArrayList<>();
    byEnd.forEach((end, values) ->
        windows.add(
            new Bucket(
                Instant.ofEpochMilli(end),
                values.stream().mapToDouble(v -> v).min().orElseThrow(),
                values.stream().mapToDouble(v -> v).average().orElseThrow(),
                values.stream().mapToDouble(v -> v).max().orElseThrow(),
                values.size())));
    return windows;
  }

  @Property(tries = 300)
  void theDrawnExtremesAreTheStoredOnes(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3_000) int count,
      @ForAll @IntRange(min = 1, max = 120_000) int apartMillis,
      @ForAll @IntRange(min = 1, max = 2_000) int width,
      @ForAll @IntRange(min = 1, max = 3_000) int zoomPermille,
      @ForAll @IntRange(min = -100, max = 100) int movePercent) {
    NavigableMap<Long, Double> stored = stored(seed, count, apartMillis);
    TimeWindow all = new TimeWindow(BEGIN, stored.lastKey() + 1);
    TimeWindow view = all.zoomed(zoomPermille / 1_000.0, 0.5).panned(movePercent / 100.0);
    long resolution = Resolution.of(view.span(), width);
    TimeWindow drawn = view.snapped(resolution);
    PenSheet sheet = PenSheet.of(drawn, resolution, windows(stored, resolution));
    PenColumns columns = new PenColumns();
    columns.squeeze(sheet, drawn, width, 90_000);

    // The windows' own law: their start is not in them, their end is.
    var shown = stored.subMap(drawn.from(), false, drawn.until(), true).values();
    double low = shown.stream().mapToDouble(v -> v).min().orElse(Double.NaN);
    double high = shown.stream().mapToDouble(v -> v).max().orElse(Double.NaN);
    assertEquals(low, columns.low());
    assertEquals(high, columns.high());
    double lowestColumn = Double.NaN;
    double highestColumn = Double.NaN;
    for (int column = 0; column < columns.width(); column++) {
      if (columns.holds(column)) {
        lowestColumn = columns.low(column) >= lowestColumn ? lowestColumn : columns.low(column);
        highestColumn =
            columns.high(column) <= highestColumn ? highestColumn : columns.high(column);
      }
    }
    assertEquals(low, lowestColumn);
    assertEquals(high, highestColumn);
  }

  @Property
  void whatIsDrawnIsNeverMoreThanOneColumnFromWhatWasAskedFor(
      @ForAll @LongRange(min = 10_000, max = 157_000_000_000L) long span,
      @ForAll @IntRange(min = 50, max = 4_000) int width) {
    long resolution = Resolution.of(span, width);
    TimeWindow view = new TimeWindow(BEGIN, BEGIN + span);
    TimeWindow drawn = view.snapped(resolution);
    assertTrue(resolution * width <= span, "a window is never longer than a column");
    assertTrue(view.from() - drawn.from() < Math.ceilDiv(span, width));
    assertTrue(view.until() - drawn.until() < Math.ceilDiv(span, width));
  }

  @Test
  void aGapIsNotJoined() {
    NavigableMap<Long, Double> stored = new TreeMap<>();
    for (int i = 0; i < 20; i++) {
      stored.put(BEGIN + i * 30_000L + (i >= 10 ? 600_000 : 0), 4.0);
    }
    TimeWindow view = new TimeWindow(BEGIN - 30_000, BEGIN + 1_230_000).snapped(1_000);
    PenColumns columns = new PenColumns();
    columns.squeeze(PenSheet.of(view, 1_000, windows(stored, 1_000)), view, 1_000, 90_000);
    int breaks = 0;
    for (int column = 0; column < columns.width(); column++) {
      breaks += columns.holds(column) && !columns.isJoined(column) ? 1 : 0;
    }
    assertEquals(2, breaks, "the first value, and the one after the gap");
  }

  @Test
  void aValueThatComesInWidensItsWindowAndNeverAnOlderOne() {
    TimeWindow period = new TimeWindow(BEGIN, BEGIN + 600_000);
    PenSheet sheet = PenSheet.of(period, 60_000, List.of());
    assertTrue(sheet.add(BEGIN + 10_000, 4));
    assertTrue(sheet.add(BEGIN + 20_000, 9));
    assertFalse(sheet.add(BEGIN + 20_000, 12), "the first value of a time wins");
    assertFalse(sheet.add(BEGIN + 5_000, -40), "what is older is left to the store");
    assertFalse(sheet.add(BEGIN + 30_000, Double.NaN));
    assertFalse(sheet.add(BEGIN + 600_001, 4), "beyond the period");
    assertEquals(1, sheet.size());
    assertEquals(4, sheet.low(0));
    assertEquals(9, sheet.high(0));
    for (int i = 1; i < 10; i++) {
      assertTrue(sheet.add(BEGIN + i * 60_000L + 1, i));
    }
    assertEquals(10, sheet.size());
  }
}
