package ai.cryox.core.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ProfileProblemsTest {
  static List<StorageProfile> shipped() {
    return StorageProfiles.all();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void profilesThatShipHaveNone(StorageProfile profile) {
    assertEquals(List.of(), profile.problems());
  }

  private static StorageProfile with(Map<Level, Limit> limits) {
    return new StorageProfile("mine", "Mine", limits, List.of());
  }

  private static void assertProblem(String part, StorageProfile profile) {
    assertTrue(
        profile.problems().stream().anyMatch(problem -> problem.contains(part)),
        () -> "no '%s' in %s".formatted(part, profile.problems()));
  }

  @Test
  void aLowLimitMustBeBelowTheHighOne() {
    assertProblem(
        "The low limit (9.0 °C) must be below the high limit (8.0 °C)",
        with(Map.of(Level.LOW, Limit.at(9), Level.HIGH, Limit.at(8))));
  }

  @Test
  void theWorseLimitMustBeFurtherOut() {
    assertProblem(
        "The high limit (9.0 °C) must be below the high-high limit (8.0 °C)",
        with(Map.of(Level.HIGH, Limit.at(9), Level.HIGH_HIGH, Limit.at(8))));
    assertProblem(
        "The low-low limit (1.0 °C) must be below the low limit (1.0 °C)",
        with(Map.of(Level.LOW, Limit.at(1), Level.LOW_LOW, Limit.at(1))));
  }

  @Test
  void aDeadbandMustBeNarrowerThanTheRange() {
    assertProblem(
        "deadband of the high limit (6.0 °C) must be narrower than the range (2.0 to 8.0",
        with(Map.of(Level.LOW, Limit.at(2), Level.HIGH, Limit.at(8).deadband(6))));
  }

  @Test
  void delaysAndBudgetsMustBeSensible() {
    assertProblem(
        "not be longer than 7 days",
        with(Map.of(Level.HIGH, Limit.at(8).delays(Duration.ofDays(8), Duration.ZERO))));
    assertProblem(
        "must be one minute to one year",
        new StorageProfile(
            "mine",
            "Mine",
            Map.of(),
            List.of(new CumulativeLimit(Side.HIGH, 30, Duration.ofSeconds(-5)))));
    assertProblem(
        "no temperature",
        new StorageProfile(
            "mine",
            "Mine",
            Map.of(),
            List.of(new CumulativeLimit(Side.HIGH, Double.NaN, Duration.ofHours(1)))));
    assertThrows(
        IllegalArgumentException.class,
        () -> Limit.at(8).delays(Duration.ofSeconds(-1), Duration.ZERO));
    assertThrows(IllegalArgumentException.class, () -> new RateLimit(0, Duration.ofMinutes(5)));
    assertThrows(IllegalArgumentException.class, () -> new RateLimit(1, Duration.ofDays(5)));
  }

  @Test
  void aProfileNeedsAnIdANameAndALimit() {
    StorageProfile nothing = new StorageProfile("No Id!", " ", Map.of(), List.of());
    assertEquals(3, nothing.problems().size(), nothing.problems()::toString);
  }
}
