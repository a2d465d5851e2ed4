package ai.cryox.core.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Condition;
import ai.cryox.core.classify.Walks.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class RateMemoryTest {
  private static final Instant START = Instant.parse("2024-12-01T14:00:00Z");
  private static final RateLimit LIMIT = new RateLimit(0.5, Duration.ofMinutes(10));
  private static final StorageProfile PROFILE =
      new StorageProfile("r", "R", Map.of(), List.of(), LIMIT);

  private static List<Finding> findings(List<Step> walk) {
    List<Finding> found = new ArrayList<>();
    ClassifierMemory memory = ClassifierMemory.EMPTY;
    Instant time = START;
    for (Step step : walk) {
      time = time.plus(step.gap());
      Classification next = Classifier.classify(PROFILE, memory, time, step.temperature());
      memory = next.memory();
      found.addAll(next.findings());
    }
    return found;
  }

  private static List<Step> slope(int minutes, double perMinute) {
    List<Step> walk = new ArrayList<>();
    for (int i = 0; i < minutes; i++) {
      walk.add(new Step(Duration.ofMinutes(1), i * perMinute));
    }
    return walk;
  }

  @Property(tries = 200)
  void aSteadySlopeIsFoundIfItIsSteeperThanTheLimitAndNotElse(
      @ForAll @IntRange(min = -200, max = 200) int hundredths) {
    double perMinute = hundredths / 100.0;
    List<Finding> found = findings(slope(60, perMinute));
    if (Math.abs(hundredths) > 51) {
      assertEquals(1, found.size());
      Finding.Violated violated = (Finding.Violated) found.getFirst();
      assertEquals(Condition.RATE, violated.condition());
      assertEquals(Math.abs(perMinute), violated.value(), 1e-9);
      assertEquals(0.5, violated.limit());
      assertEquals(START.plus(Duration.ofMinutes(11)), violated.time());
    } else if (Math.abs(hundredths) < 50) {
      assertEquals(List.of(), found);
    }
  }

  @Property(tries = 300)
  void violationAndReturnTakeTurns(@ForAll("walks") List<Step> walk) {
    boolean violated = false;
    for (Finding finding : findings(walk)) {
      assertEquals(!violated, finding instanceof Finding.Violated);
      violated = finding instanceof Finding.Violated;
    }
  }

  @Property(tries = 300)
  void noMoreIsRememberedThanTheLimitNeeds(@ForAll("walks") List<Step> walk) {
    RateMemory memory = RateMemory.NONE;
    Instant time = START;
    for (Step step : walk) {
      time = time.plus(step.gap());
      memory = memory.after(LIMIT, time, step.temperature());
      assertTrue(memory.samples().size() <= 17, "samples: " + memory.samples().size());
    }
  }

  @Test
  void oneOddReadingIsNoSlope() {
    List<Step> walk = slope(20, 0);
    walk.add(new Step(Duration.ofMinutes(1), 4.9));
    walk.addAll(slope(20, 0));
    assertEquals(List.of(), findings(walk));
  }

  @Test
  void nothingIsSaidAcrossALongGap() {
    List<Step> walk = slope(15, 0);
    walk.add(new Step(Duration.ofHours(3), 30));
    assertEquals(List.of(), findings(walk));
  }

  @Test
  void otherLimitsForgetIt() {
    ClassifierMemory memory =
        new ClassifierMemory(Map.of(), List.of(), START, new RateMemory(List.of(), true));
    Classification next =
        Classifier.relimit(PROFILE, StorageProfiles.SEED_DEFAULT, memory, START, 4);
    assertFalse(next.memory().rate().violated());
    assertEquals(Condition.RATE, next.findings().getFirst().condition());
  }

  @Provide
  Arbitrary<List<Step>> walks() {
    return Walks.walks();
  }
}
