package ai.cryox.app.trends;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.cryox.app.trends.LimitSteps.Stretch;
import ai.cryox.core.classify.HeldLimits;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.classify.StorageProfiles;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LimitStepsTest {
  private static final StorageProfile SEED = StorageProfiles.SEED_DEFAULT;
  private static final StorageProfile FRIDGE =
      StorageProfiles.byId("refrigerator-2-8").orElseThrow();
  private static final StorageProfile FREEZER = StorageProfiles.byId("freezer-25-10").orElseThrow();
  private static final Instant KNOWN = Instant.ofEpochMilli(5_000);

  private static HeldLimits held(long from, StorageProfile limits) {
    return new HeldLimits(Instant.ofEpochMilli(from), limits);
  }

  @Test
  void limitsThatNeverChangedHeldAllTheTime() {
    assertEquals(
        List.of(new Stretch(100, 900, SEED)),
        LimitSteps.of(List.of(), KNOWN, SEED, new TimeWindow(100, 900)).stretches());
  }

  @Test
  void eachStretchHasTheLimitsOfThen() {
    List<HeldLimits> held = List.of(held(0, SEED), held(300, FRIDGE), held(700, FREEZER));
    assertEquals(
        List.of(
            new Stretch(100, 300, SEED),
            new Stretch(300, 700, FRIDGE),
            new Stretch(700, 900, FREEZER)),
        LimitSteps.of(held, KNOWN, FREEZER, new TimeWindow(100, 900)).stretches());
    assertEquals(
        List.of(new Stretch(400, 600, FRIDGE)),
        LimitSteps.of(held, KNOWN, FREEZER, new TimeWindow(400, 600)).stretches());
  }

  @Test
  void whatChangedSinceTheHistoryWasReadHoldsFromThereOn() {
    assertEquals(
        List.of(new Stretch(4_000, 5_000, FRIDGE), new Stretch(5_000, 6_000, FREEZER)),
        LimitSteps.of(
                List.of(held(0, SEED), held(300, FRIDGE)),
                KNOWN,
                FREEZER,
                new TimeWindow(4_000, 6_000))
            .stretches());
  }
}
