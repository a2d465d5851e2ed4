package ai.cryox.core.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class StorageProfilesTest {
  private static final Instant START = Instant.parse("2024-12-01T14:00:00Z");

  /// A hundredth of a degree: finer than any sensor of a cold store.
  private static final double HAIR = 0.01;

  @ParameterizedTest
  @CsvSource({
    "seed-default,     5.01, HIGH_HIGH",
    "seed-default,     5.0,  HIGH",
    "seed-default,     3.01, HIGH",
    "seed-default,     3.0,  NORMAL",
    "seed-default,   -18.0,  NORMAL",
    "seed-default,   -18.01, LOW",
    "seed-default,   -20.0,  LOW",
    "seed-default,   -20.01, LOW_LOW",
    "refrigerator-2-8, 8.01, HIGH_HIGH",
    "refrigerator-2-8, 8.0,  HIGH",
    "refrigerator-2-8, 7.01, HIGH",
    "refrigerator-2-8, 7.0,  NORMAL",
    "refrigerator-2-8, 2.0,  NORMAL",
    "refrigerator-2-8, 1.99, LOW",
    "refrigerator-2-8, -0.49, LOW",
    "refrigerator-2-8, -0.5, LOW_LOW",
    "freezer-25-10,   -9.99, HIGH_HIGH",
    "freezer-25-10,   -10.0, HIGH",
    "freezer-25-10,   -11.99, HIGH",
    "freezer-25-10,   -12.0, NORMAL",
    "freezer-25-10,   -25.0, NORMAL",
    "freezer-25-10,   -25.01, LOW_LOW",
    "ultra-low-90-60, -59.99, HIGH_HIGH",
    "ultra-low-90-60, -60.0, HIGH",
    "ultra-low-90-60, -64.99, HIGH",
    "ultra-low-90-60, -65.0, NORMAL",
    "ultra-low-90-60, -90.0, NORMAL",
    "ultra-low-90-60, -90.01, LOW_LOW",
    "controlled-room-20-25, 30.01, HIGH_HIGH",
    "controlled-room-20-25, 30.0, HIGH",
    "controlled-room-20-25, 25.01, HIGH",
    "controlled-room-20-25, 25.0, NORMAL",
    "controlled-room-20-25, 20.0, NORMAL",
    "controlled-room-20-25, 19.99, LOW",
    "controlled-room-20-25, 15.0, LOW",
    "controlled-room-20-25, 14.99, LOW_LOW",
    "chilled-food-0-4, 7.01, HIGH_HIGH",
    "chilled-food-0-4, 7.0,  HIGH",
    "chilled-food-0-4, 4.01, HIGH",
    "chilled-food-0-4, 4.0,  NORMAL",
    "chilled-food-0-4, 0.0,  NORMAL",
    "chilled-food-0-4, -0.01, LOW",
    "chilled-food-0-4, -1.5, LOW",
    "chilled-food-0-4, -1.51, LOW_LOW",
    "frozen-food-18, -14.99, HIGH_HIGH",
    "frozen-food-18, -15.0, HIGH",
    "frozen-food-18, -17.99, HIGH",
    "frozen-food-18, -18.0, NORMAL",
    "who-shipping-1, 45.0, HIGH_HIGH",
    "who-shipping-1, 44.99, NORMAL",
    "who-shipping-1, -0.49, NORMAL",
    "who-shipping-1, -0.5, LOW_LOW",
  })
  void heldLongEnoughATemperatureIsInItsBand(String profileId, double temperature, Band band) {
    assertEquals(band, bandAfterADay(profile(profileId), temperature));
  }

  @ParameterizedTest
  @CsvSource({
    "seed-default, HIGH_HIGH, 0, 0, 0.2",
    "seed-default, HIGH, 0, 0, 0.2",
    "seed-default, LOW, 0, 0, 0.2",
    "seed-default, LOW_LOW, 0, 0, 0.2",
    "refrigerator-2-8, HIGH_HIGH, 3, 1, 0.5",
    "refrigerator-2-8, HIGH, 10, 1, 0.3",
    "refrigerator-2-8, LOW, 10, 1, 0.3",
    "refrigerator-2-8, LOW_LOW, 0, 1, 0.5",
    "freezer-25-10, HIGH_HIGH, 5, 1, 1",
    "freezer-25-10, HIGH, 45, 5, 1",
    "freezer-25-10, LOW_LOW, 10, 1, 0.5",
    "ultra-low-90-60, HIGH_HIGH, 5, 1, 2",
    "ultra-low-90-60, HIGH, 20, 5, 2",
    "ultra-low-90-60, LOW_LOW, 10, 1, 2",
    "controlled-room-20-25, HIGH_HIGH, 5, 5, 0.5",
    "controlled-room-20-25, HIGH, 30, 5, 0.5",
    "controlled-room-20-25, LOW, 30, 5, 0.5",
    "controlled-room-20-25, LOW_LOW, 5, 5, 0.5",
    "chilled-food-0-4, HIGH_HIGH, 10, 1, 0.5",
    "chilled-food-0-4, HIGH, 20, 1, 0.3",
    "chilled-food-0-4, LOW, 10, 1, 0.3",
    "chilled-food-0-4, LOW_LOW, 5, 1, 0.3",
    "frozen-food-18, HIGH_HIGH, 30, 5, 0.5",
    "frozen-food-18, HIGH, 60, 5, 0.3",
    "who-shipping-1, HIGH_HIGH, 60, 0, 0",
    "who-shipping-1, LOW_LOW, 60, 0, 0",
  })
  void delaysAndDeadbandsAreThoseOfTheGoods(
      String profileId, Level level, int onMinutes, int offMinutes, double deadband) {
    Limit limit = limit(profile(profileId), level);
    assertEquals(Duration.ofMinutes(onMinutes), limit.onDelay());
    assertEquals(Duration.ofMinutes(offMinutes), limit.offDelay());
    assertEquals(deadband, limit.deadband());
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void limitsLieInOrder(StorageProfile profile) {
    List<Double> rising =
        new TreeMap<>(profile.limits()).values().stream().map(Limit::value).toList();
    assertEquals(rising.stream().sorted().distinct().toList(), rising);
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void justWithinItsTopAndBottomIsNormal(StorageProfile profile) {
    assertEquals(Band.NORMAL, bandAfterADay(profile, profile.top() - HAIR));
    if (Double.isFinite(profile.bottom())) {
      assertEquals(Band.NORMAL, bandAfterADay(profile, profile.bottom() + HAIR));
    }
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void aProfileIsFoundByItsId(StorageProfile profile) {
    assertEquals(profile, StorageProfiles.byId(profile.id()).orElseThrow());
  }

  @Test
  void noTwoProfilesShareAnIdOrAName() {
    Set<String> seen = new HashSet<>();
    for (StorageProfile profile : StorageProfiles.all()) {
      assertTrue(seen.add(profile.id()), profile.id());
      assertTrue(seen.add(profile.name()), profile.name());
    }
    assertTrue(StorageProfiles.byId("none-of-ours").isEmpty());
  }

  @Test
  void theWhoIndicatorsBudgetIsTenHoursAtThirtyDegreesOrMore() {
    assertEquals(
        List.of(new CumulativeLimit(Side.HIGH, 30.0, Duration.ofHours(10))),
        StorageProfiles.WHO_SHIPPING_1.cumulative());
  }

  @Test
  void aDevicesOwnThresholdsReplaceEveryLevelAndKeepTheCriticalDelays() {
    StorageProfile own =
        StorageProfiles.REFRIGERATOR.withThresholds(new AlertThresholds(6.0, null));
    assertEquals(Set.of(Level.HIGH_HIGH), own.limits().keySet());
    assertEquals(
        limit(StorageProfiles.REFRIGERATOR, Level.HIGH_HIGH).movedTo(6.0),
        limit(own, Level.HIGH_HIGH));
    assertEquals(Band.NORMAL, bandAfterADay(own, 6.0));
    assertEquals(Band.HIGH_HIGH, bandAfterADay(own, 6.0 + HAIR));
  }

  static List<StorageProfile> profiles() {
    return StorageProfiles.all();
  }

  private static StorageProfile profile(String id) {
    return StorageProfiles.byId(id).orElseThrow();
  }

  private static Limit limit(StorageProfile profile, Level level) {
    return Objects.requireNonNull(profile.limit(level), "no limit there");
  }

  private static Band bandAfterADay(StorageProfile profile, double temperature) {
    ClassifierMemory memory = ClassifierMemory.EMPTY;
    for (int hour = 0; hour <= 24; hour++) {
      Instant time = START.plus(Duration.ofHours(hour));
      memory = Classifier.classify(profile, memory, time, temperature).memory();
    }
    return memory.band();
  }
}
