package ai.cryox.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.classify.StorageProfiles;
import ai.cryox.simulator.Judge.Verdict;
import ai.cryox.simulator.fleet.SimulatedDevice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalDayTest {
  private static final Instant MORNING = Instant.parse("2026-03-01T00:00:00Z");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 42, 4711, -5})
  void noUnitViolatesItsProfileOnANormalDay(long seed) {
    assertEquals(List.of(), findings(seed, device -> device.kind().profile()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noUnitViolatesTheLimitsItReportsOnANormalDay(long seed) {
    assertEquals(List.of(), findings(seed, NormalDayTest::reported));
  }

  /// What an ordinary backend uses for a device nobody has registered: no delays at all.
  private static StorageProfile reported(SimulatedDevice device) {
    return StorageProfiles.SEED_DEFAULT.withThresholds(
        Objects.requireNonNull(device.configuration().alertThresholds()));
  }

  private static List<Verdict> findings(
      long seed, Function<SimulatedDevice, StorageProfile> profile) {
    SimulatedWorld world =
        new SimulatedWorld(Options.fleet(seed, 3, 24, Duration.ofSeconds(30)), MORNING);
    return Judge.findings(world, MORNING.plus(Duration.ofDays(1)), profile, message -> true);
  }
}
