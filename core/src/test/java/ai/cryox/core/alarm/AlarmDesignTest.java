package ai.cryox.core.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlarmDesignTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private static AlarmDesign limit(Condition condition, double value, double deadband) {
    return design(
        Map.of(),
        Map.of(condition, new AlarmLimit(value, deadband, Duration.ZERO, HOUR)),
        List.of());
  }

  private static AlarmDesign design(
      Map<Condition, Severity> severities,
      Map<Condition, AlarmLimit> limits,
      List<Guidance> guidance) {
    return new AlarmDesign(HOUR, Duration.ZERO, Set.of(), severities, limits, guidance);
  }

  private static void refused(String word, AlarmDesign design) {
    String problem = String.valueOf(design.problem());
    assertTrue(problem.contains(word), problem);
  }

  @Test
  void whatShipsMakesSense() {
    assertNull(AlarmDesign.DEFAULT.problem());
    assertEquals(Severity.CRITICAL, AlarmDesign.DEFAULT.severityOf(Condition.STORE));
    assertEquals(Severity.WARNING, AlarmDesign.DEFAULT.severityOf(Condition.BATTERY));
  }

  @Test
  void nonsenseIsRefusedWithASentence() {
    refused("at most 100 %", limit(Condition.BATTERY, 98, 5));
    refused("above 0 %", limit(Condition.BATTERY, 0, 1));
    refused("-150 dBm", limit(Condition.SIGNAL, -200, 1));
    refused("at most 0 dBm", limit(Condition.SIGNAL, -3, 5));
    refused("must be a number", limit(Condition.BATTERY, Double.NaN, 1));
    refused("0 or more", limit(Condition.BATTERY, 20, -1));
    refused("0 or more", limit(Condition.ANOMALY, Double.NaN, Double.NaN));
    refused("no limit here", limit(Condition.HIGH, 8, 1));
    refused(
        "storage profile", design(Map.of(Condition.LOW, Severity.WARNING), Map.of(), List.of()));
    AlarmLimit endless = AlarmLimit.delays(Duration.ofDays(31), Duration.ZERO);
    refused("30 days", design(Map.of(), Map.of(Condition.CLOCK, endless), List.of()));
    refused("is empty", design(Map.of(), Map.of(), List.of(new Guidance("", Condition.LOW, " "))));
  }

  @Test
  void theTimesMustMakeSenseToo() {
    refused("shelf", new AlarmDesign(Duration.ZERO, HOUR, Set.of(), Map.of(), Map.of(), List.of()));
    refused(
        "shelf",
        new AlarmDesign(Duration.ofDays(8), HOUR, Set.of(), Map.of(), Map.of(), List.of()));
    refused(
        "stuck",
        new AlarmDesign(HOUR, Duration.ofMinutes(1), Set.of(), Map.of(), Map.of(), List.of()));
  }

  @Test
  void aZonesOwnGuidanceComesBeforeTheGeneral() {
    Guidance general = new Guidance("", Condition.HIGH, "Shut the door.");
    Guidance own = new Guidance("Pharma hall", Condition.HIGH, "Call quality.");
    AlarmDesign design = design(Map.of(), Map.of(), List.of(general, own));
    assertNull(design.problem());
    assertEquals("Call quality.", design.guidance("Pharma hall", Condition.HIGH));
    assertEquals("Shut the door.", design.guidance("Dock", Condition.HIGH));
    assertNull(design.guidance("Dock", Condition.LOW));
    refused("two guidance texts", design(Map.of(), Map.of(), List.of(own, own)));
  }

  @Test
  void aLimitCountsBeyondItsValueAndReturnsPastItsDeadband() {
    AlarmLimit limit = new AlarmLimit(20, 5, Duration.ZERO, Duration.ZERO);
    assertTrue(!limit.isBeyond(Condition.BATTERY, 20) && limit.isBeyond(Condition.BATTERY, 19.9));
    assertTrue(limit.isClear(Condition.BATTERY, 25) && !limit.isClear(Condition.BATTERY, 24.9));
  }
}
