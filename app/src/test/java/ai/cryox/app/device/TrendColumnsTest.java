package ai.cryox.app.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class TrendColumnsTest {
  private static final long GAP = 90_000;

  @Test
  void theDrawnExtremesAreTheStoredExtremesAtEveryWidthAndRange() {
    RandomGenerator random = new Random(20_261_123L);
    for (int round = 0; round < 2_000; round++) {
      Samples samples = someSamples(random);
      long start = samples.size() == 0 ? 0 : samples.time(0);
      long length = Math.max(1, samples.lastTime() - start);
      long from = start + random.nextLong(-length / 4 - 1, length);
      long until = from + 1 + random.nextLong(length * 2);
      int width = 1 + random.nextInt(2_000);
      TrendColumns columns = TrendColumns.of(samples, from, until, width, GAP);
      compare(samples, from, until, columns);
    }
  }

  private static Samples someSamples(RandomGenerator random) {
    Samples samples = new Samples();
    long time = 1_700_000_000_000L;
    int count = random.nextInt(3_000);
    for (int i = 0; i < count; i++) {
      time += 1 + random.nextLong(random.nextInt(50) == 0 ? 3_600_000 : 60_000);
      samples.add(
          time, random.nextInt(100) == 0 ? random.nextDouble(-90, 60) : random.nextDouble());
    }
    return samples;
  }

  private static void compare(Samples samples, long from, long until, TrendColumns columns) {
    double low = Double.NaN;
    double high = Double.NaN;
    int count = 0;
    for (int i = 0; i < samples.size(); i++) {
      if (samples.time(i) >= from && samples.time(i) < until) {
        low = count == 0 ? samples.value(i) : Math.min(low, samples.value(i));
        high = count == 0 ? samples.value(i) : Math.max(high, samples.value(i));
        count++;
      }
    }
    double drawnLow = Double.NaN;
    double drawnHigh = Double.NaN;
    int drawn = 0;
    for (int column = 0; column < columns.width(); column++) {
      if (columns.count(column) > 0) {
        drawnLow = drawn == 0 ? columns.low(column) : Math.min(drawnLow, columns.low(column));
        drawnHigh = drawn == 0 ? columns.high(column) : Math.max(drawnHigh, columns.high(column));
        drawn += columns.count(column);
        assertTrue(columns.low(column) <= columns.first(column));
        assertTrue(columns.high(column) >= columns.last(column));
      }
    }
    assertEquals(count, drawn);
    assertEquals(low, drawnLow);
    assertEquals(high, drawnHigh);
    assertEquals(low, columns.low());
    assertEquals(high, columns.high());
  }

  @Test
  void aGapOfMoreThanThreePeriodsIsNotJoined() {
    Samples samples = new Samples();
    samples.add(0, 4);
    samples.add(90_000, 5);
    samples.add(180_001, 6);
    TrendColumns columns = TrendColumns.of(samples, 0, 200_000, 20, GAP);
    assertFalse(columns.isJoined(0));
    assertTrue(columns.isJoined(9));
    assertFalse(columns.isJoined(18));
  }

  @Test
  void aLineThatComesInFromBeforeThePeriodIsJoined() {
    Samples samples = new Samples();
    samples.add(0, 4);
    samples.add(30_000, 5);
    assertTrue(TrendColumns.of(samples, 10_000, 40_000, 3, GAP).isJoined(2));
  }

  @Test
  void whatIsOlderOrNoNumberIsNotAdded() {
    Samples samples = new Samples();
    assertTrue(samples.add(10, 1));
    assertFalse(samples.add(10, 2));
    assertFalse(samples.add(9, 2));
    assertFalse(samples.add(11, Double.NaN));
    assertEquals(1, samples.size());
    assertEquals(0, samples.nearest(99));
    assertEquals(-1, new Samples().nearest(99));
  }
}
