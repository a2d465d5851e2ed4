package ai.cryox.app.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FrameWatchTest {
  private static final long MS = 1_000_000L;

  private final FrameWatch watch = new FrameWatch();
  private long now = 5_000 * MS;

  private void frames(int count, long eachMillis) {
    for (int i = 0; i < count; i++) {
      now += eachMillis * MS;
      watch.frame(now);
    }
  }

  @Test
  void theSlowestFrameStaysForAMinuteAndNoLonger() {
    frames(50, 20);
    frames(1, 300);
    frames(50, 20);
    assertEquals(300, watch.worstMillis());
    frames(58 * 50, 20);
    assertEquals(300, watch.worstMillis());
    frames(4 * 50, 20);
    assertEquals(20, watch.worstMillis());
  }

  @Test
  void framesOfTheLastWholeSecondAreCounted() {
    frames(120, 20);
    assertEquals(50, watch.framesPerSecond());
  }
}
