package ai.cryox.core.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class TraceTest {
  private static final long MINUTE = 60_000;

  @Property(tries = 300)
  void timesRiseAndNoMoreThanItsLengthIsKept(
      @ForAll @Size(max = 200) List<@LongRange(min = 0, max = 500) Long> times) {
    Trace trace = traceOf(times);
    assertTrue(trace.size() <= Trace.LENGTH, "holds " + trace.size());
    for (int i = 1; i < trace.size(); i++) {
      assertTrue(trace.time(i) > trace.time(i - 1), "not in order at " + i);
    }
  }

  @Property(tries = 300)
  void ofReadingsInOrderTheNewestAreKept(
      @ForAll @Size(min = 1, max = 200) List<@LongRange(min = 0, max = 100_000) Long> times) {
    List<Long> inOrder = List.copyOf(new TreeSet<>(times));
    Trace trace = traceOf(inOrder);
    List<Long> newest = inOrder.subList(inOrder.size() - trace.size(), inOrder.size());
    assertEquals(Math.min(inOrder.size(), Trace.LENGTH), trace.size());
    for (int i = 0; i < trace.size(); i++) {
      assertEquals(newest.get(i), trace.time(i));
      assertEquals((float) temperatureAt(newest.get(i)), trace.temperature(i));
    }
  }

  @Test
  void anOlderOrEqualTimeLeavesItAsItIs() {
    Trace trace = Trace.EMPTY.plus(1_000, 4.0);
    assertSame(trace, trace.plus(1_000, 9.0));
    assertSame(trace, trace.plus(999, 9.0));
  }

  @Test
  void oneReadingMoreLeavesTheFormerTraceAsItWas() {
    Trace before = Trace.EMPTY.plus(1_000, 4.0);
    Trace after = before.plus(2_000, 5.0);
    assertEquals(1, before.size());
    assertEquals(2, after.size());
    assertEquals(4.0f, after.temperature(0));
  }

  @Test
  void theSlopeOfAStraightRiseIsThatRise() {
    Trace trace = Trace.EMPTY;
    for (int minute = 0; minute < 5; minute++) {
      trace = trace.plus(minute * MINUTE, 2.0 + 0.5 * minute);
    }
    assertEquals(0.5, trace.slopePerMinute(), 1e-6);
  }

  @Test
  void theSlopeLooksBackFiveMinutesOnly() {
    Trace trace = Trace.EMPTY.plus(0, 90.0).plus(10 * MINUTE, 3.0);
    trace = trace.plus(11 * MINUTE, 4.0).plus(12 * MINUTE, 5.0);
    assertEquals(1.0, trace.slopePerMinute(), 1e-6);
  }

  @Test
  void tooFewOrTooCloseReadingsHaveNoSlope() {
    assertTrue(Double.isNaN(Trace.EMPTY.slopePerMinute()));
    assertTrue(Double.isNaN(Trace.EMPTY.plus(0, 1).plus(2 * MINUTE, 2).slopePerMinute()));
    Trace close = Trace.EMPTY.plus(0, 1).plus(1_000, 2).plus(MINUTE - 1, 3);
    assertTrue(Double.isNaN(close.slopePerMinute()));
  }

  private static Trace traceOf(List<Long> times) {
    Trace trace = Trace.EMPTY;
    for (long time : times) {
      trace = trace.plus(time, temperatureAt(time));
    }
    return trace;
  }

  private static double temperatureAt(long time) {
    return time / 100.0 - 20;
  }
}
