package ai.cryox.core.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class TraceTest {
  private static final long MINUTE = 60_000;

  @Test
  void theSlopeOfAStraightRiseIsThatRise() {
    Trace trace =
        trace(
            new long[] {0, MINUTE, 2 * MINUTE, 3 * MINUTE, 4 * MINUTE},
            new float[] {2f, 2.5f, 3f, 3.5f, 4f});
    assertEquals(0.5, trace.slopePerMinute(), 1e-6);
  }

  @Test
  void theSlopeLooksBackFiveMinutesOnly() {
    Trace trace =
        trace(new long[] {0, 10 * MINUTE, 11 * MINUTE, 12 * MINUTE}, new float[] {90f, 3f, 4f, 5f});
    assertEquals(1.0, trace.slopePerMinute(), 1e-6);
  }

  @Test
  void tooFewOrTooCloseReadingsHaveNoSlope() {
    assertNone(trace(new long[0], new float[0]));
    assertNone(trace(new long[] {0, 2 * MINUTE}, new float[] {1f, 2f}));
    assertNone(trace(new long[] {0, 1_000, MINUTE - 1}, new float[] {1f, 2f, 3f}));
  }

  private static Trace trace(long[] times, float[] temperatures) {
    return Trace.of(times, temperatures);
  }

  private static void assertNone(Trace trace) {
    assertTrue(Double.isNaN(trace.slopePerMinute()));
  }
}
