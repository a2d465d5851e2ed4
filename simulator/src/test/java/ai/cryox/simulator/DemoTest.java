package ai.cryox.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.classify.Finding;
import ai.cryox.simulator.Judge.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoTest {
  private static final Instant NOW = Instant.parse("2026-11-23T00:10:17.345Z");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 42})
  void oneFridgeAlarmsAboutAMinuteAfterTheStartAtAnyHour(long seed) {
    for (int hour = 0; hour < 24; hour += 2) {
      Instant now = NOW.plus(Duration.ofMinutes(hour * 61L));
      SimulatedWorld world = new SimulatedWorld(SimulatorOptions.demo(seed, 3, 24), now);
      List<Verdict> verdicts =
          Judge.findings(
              world,
              now.plus(Duration.ofMinutes(30)),
              device -> device.kind().profile(),
              message -> !message.sentAt().isBefore(now.minus(Duration.ofMinutes(5))));
      assertFalse(verdicts.isEmpty(), "no alarm at " + now);
      assertTrue(
          verdicts.stream().allMatch(it -> it.deviceId().equals("temp_001")), verdicts::toString);
      Finding.Violated first = (Finding.Violated) verdicts.getFirst().finding();
      assertEquals(Condition.HIGH, first.condition());
      assertEquals(Severity.CRITICAL, first.severity());
      long after = Duration.between(now, first.time()).toSeconds();
      assertTrue(after >= 20 && after <= 110, "after " + after + " s, seed " + seed + " at " + now);
    }
  }
}
