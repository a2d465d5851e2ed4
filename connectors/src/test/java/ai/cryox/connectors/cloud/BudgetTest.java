package ai.cryox.connectors.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetTest {
  private final MovedClock clock = new MovedClock();

  @TempDir Path folder;

  private static int drain(Budget budget, Lane lane) {
    int taken = 0;
    while (budget.take(lane)) {
      taken++;
    }
    return taken;
  }

  @Test
  void inNoHourIsMoreSpentThanAllowedHoweverGreedyOneIs() {
    for (long seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Budget budget = new Budget(1_000, null, clock);
      Deque<Instant> lastHour = new ArrayDeque<>();
      for (int step = 0; step < 2_000; step++) {
        clock.move(Duration.ofMillis(random.nextLong(60_000)));
        for (int i = random.nextInt(40); i > 0; i--) {
          if (budget.take(random.nextBoolean() ? Lane.LIVE : Lane.HISTORY)) {
            lastHour.add(clock.instant());
          }
        }
        Instant hourAgo = clock.instant().minus(Duration.ofHours(1));
        while (!lastHour.isEmpty() && lastHour.getFirst().isBefore(hourAgo)) {
          lastHour.removeFirst();
        }
        assertTrue(lastHour.size() <= 800, "seed " + seed + ": " + lastHour.size());
      }
    }
  }

  @Test
  void whatPeopleDoIsNeverRefusedAndLeavesTheirShareToThem() {
    Budget budget = new Budget(1_000, null, clock);
    assertEquals(100, drain(budget, Lane.LIVE));
    assertEquals(100, drain(budget, Lane.HISTORY));
    for (int i = 0; i < 300; i++) {
      assertTrue(budget.take(Lane.ACTION));
    }
    assertFalse(budget.take(Lane.HISTORY));
  }

  @Test
  void aRestartDoesNotFillIt() {
    Path file = folder.resolve("cloud").resolve("budget.txt");
    Budget budget = new Budget(1_000, file, clock);
    drain(budget, Lane.HISTORY);
    Budget next = new Budget(1_000, file, clock);
    assertFalse(next.take(Lane.HISTORY));
    assertTrue(next.take(Lane.LIVE));
    clock.move(next.until(Lane.HISTORY));
    assertTrue(next.take(Lane.HISTORY));
    assertFalse(next.take(Lane.HISTORY));
  }

  @Test
  void aDamagedFileMeansThatNothingIsLeft() throws Exception {
    Path file = Files.writeString(folder.resolve("budget.txt"), "nonsense");
    Budget budget = new Budget(1_000, file, clock);
    assertFalse(budget.take(Lane.LIVE));
    assertTrue(budget.take(Lane.ACTION));
  }

  @Test
  void theServersWordCountsWhereItIsStricter() {
    Budget budget = new Budget(1_000, null, clock);
    budget.serverAllows(100);
    assertEquals(100, Objects.requireNonNull(budget.allowance()).perHour());
    assertEquals(10, drain(budget, Lane.HISTORY));
    budget.serverAllows(5_000);
    assertEquals(100, Objects.requireNonNull(budget.allowance()).perHour());
    budget.serverHasLeft(0);
    assertFalse(budget.take(Lane.LIVE));
    assertEquals(0, Objects.requireNonNull(budget.allowance()).left());
  }

  @Test
  void withoutLimitNothingIsCounted() {
    Budget budget = new Budget(0, null, clock);
    for (int i = 0; i < 10_000; i++) {
      assertTrue(budget.take(Lane.HISTORY));
    }
    assertFalse(budget.isLimited());
  }
}
