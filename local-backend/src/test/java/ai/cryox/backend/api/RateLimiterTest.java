package ai.cryox.backend.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class RateLimiterTest {
  private static final Instant NOW = Instant.parse("2024-12-01T15:00:00Z");

  @Test
  void aFullBucketHoldsOneHoursRequestsAndFillsEvenly() {
    RateLimiter limiter = new RateLimiter(1_000);
    for (int i = 1; i <= 1_000; i++) {
      RateLimiter.Verdict verdict = limiter.take("a", NOW);
      assertTrue(verdict.allowed());
      assertEquals(1_000 - i, verdict.left());
    }
    RateLimiter.Verdict refused = limiter.take("a", NOW);
    assertFalse(refused.allowed());
    assertEquals(Duration.ofMillis(3_600), refused.untilNext());
    assertEquals(Duration.ofHours(1), refused.untilFull());
    assertFalse(limiter.take("a", NOW.plusMillis(3_599)).allowed());
    assertTrue(limiter.take("a", NOW.plusMillis(3_600)).allowed());
    assertFalse(limiter.take("a", NOW.plusMillis(3_600)).allowed());
  }

  @Test
  void whatIsRefusedCostsNothing() {
    RateLimiter limiter = new RateLimiter(1);
    limiter.take("a", NOW);
    for (int second = 1; second < 3_600; second++) {
      assertFalse(limiter.take("a", NOW.plusSeconds(second)).allowed());
    }
    assertTrue(limiter.take("a", NOW.plusSeconds(3_600)).allowed());
  }

  @Test
  void callersDoNotTakeFromEachOther() {
    RateLimiter limiter = new RateLimiter(1);
    assertTrue(limiter.take("a", NOW).allowed());
    assertFalse(limiter.take("a", NOW).allowed());
    assertTrue(limiter.take("b", NOW).allowed());
  }

  @Test
  void anyNumberOfCallersTakesBoundedMemory() {
    RateLimiter limiter = new RateLimiter(10);
    for (int i = 0; i < 3 * RateLimiter.MOST_CALLERS; i++) {
      limiter.take("caller " + i, NOW);
    }
    assertEquals(RateLimiter.MOST_CALLERS, limiter.size());
  }

  @Test
  void aClockThatWasSetBackRefusesForAnHourAtMost() {
    RateLimiter limiter = new RateLimiter(10);
    limiter.take("a", NOW);
    Instant before = NOW.minus(Duration.ofDays(30));
    assertTrue(limiter.take("a", before).untilFull().compareTo(Duration.ofHours(1)) <= 0);
    assertTrue(limiter.take("a", before.plus(Duration.ofHours(1))).allowed());
  }

  @Property(tries = 200)
  void inNoHourIsMoreAnsweredThanABucketAndWhatFillsItMeanwhile(
      @ForAll @IntRange(min = 1, max = 50) int perHour,
      @ForAll @Size(max = 300) List<@IntRange(max = 600) Integer> gapsSeconds) {
    RateLimiter limiter = new RateLimiter(perHour);
    Instant at = NOW;
    int allowed = 0;
    for (int gap : gapsSeconds) {
      at = at.plusSeconds(gap);
      allowed += limiter.take("a", at).allowed() ? 1 : 0;
    }
    double hours = Duration.between(NOW, at).toSeconds() / 3_600.0;
    assertTrue(allowed <= perHour + perHour * hours + 1e-6, allowed + " in " + hours + " h");
  }
}
