package ai.cryox.connectors.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackOffTest {
  /// Always the longest wait that is possible.
  private static final RandomGenerator LONGEST =
      new RandomGenerator() {
        @Override
        public long nextLong() {
          throw new AssertionError("a bounded number is asked for");
        }

        @Override
        public long nextLong(long bound) {
          return bound - 1;
        }
      };

  @Test
  void doublesUpToAMinute() {
    BackOff backOff = new BackOff(RetryPace.USUAL, LONGEST);
    List<Long> seconds = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      seconds.add(backOff.afterLoss(Duration.ofSeconds(59)).toSeconds());
    }
    assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L), seconds);
  }

  @Test
  void beginsAnewAfterAMinuteOfHealth() {
    BackOff backOff = new BackOff(RetryPace.USUAL, LONGEST);
    backOff.afterLoss(Duration.ZERO);
    backOff.afterLoss(Duration.ZERO);
    assertEquals(Duration.ofSeconds(1), backOff.afterLoss(Duration.ofMinutes(1)));
  }

  @Test
  void waitsAnyTimeUpToTheLimit() {
    BackOff backOff = new BackOff(RetryPace.USUAL, new SplittableRandom(1));
    List<Duration> waits = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      waits.add(backOff.afterLoss(Duration.ZERO));
    }
    assertTrue(waits.stream().anyMatch(wait -> wait.toSeconds() < 5));
    assertTrue(waits.stream().anyMatch(wait -> wait.toSeconds() > 55));
    assertTrue(waits.stream().allMatch(wait -> wait.toSeconds() <= 60));
  }

  @Test
  void isInNoHurryAfterARefusal() {
    BackOff backOff = new BackOff(RetryPace.USUAL, new SplittableRandom(1));
    for (int i = 0; i < 200; i++) {
      long wait = backOff.afterRefusal().toSeconds();
      assertTrue(wait >= 30 && wait <= 60, wait + " s");
    }
  }
}
