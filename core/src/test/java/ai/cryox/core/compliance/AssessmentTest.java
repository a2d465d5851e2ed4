package ai.cryox.core.compliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.classify.StorageProfiles;
import ai.cryox.core.excursion.Excursion;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AssessmentTest {
  private static final Instant T0 = Instant.parse("2026-03-01T00:00:00Z");

  private static Excursion excursion(
      Condition condition, Severity severity, double peak, Duration length, int gaps) {
    return new Excursion(
        "temp_001",
        "warehouse_001",
        condition,
        severity,
        8,
        "refrigerator-2-8",
        T0.plus(Duration.ofHours(24)),
        T0.plus(Duration.ofHours(24)).plus(length),
        T0,
        peak,
        T0,
        length,
        10,
        gaps,
        Duration.ZERO,
        false);
  }

  /// Three days at 5 °C but for an excursion after the first.
  private static KineticWindow days(double peak, Duration length) {
    KineticWindow window =
        new KineticWindow(
            T0, T0.plus(Duration.ofDays(3)), Duration.ofHours(24), KineticMean.USUAL_ENERGY);
    long start = T0.plus(Duration.ofHours(24)).toEpochMilli();
    window.add(5, T0.toEpochMilli(), start);
    window.add(peak, start, start + length.toMillis());
    window.add(5, start + length.toMillis(), T0.plus(Duration.ofDays(3)).toEpochMilli());
    return window;
  }

  private static Assessment assess(double peak, Duration length, int gaps) {
    return Assessment.of(
        excursion(Condition.HIGH, Severity.CRITICAL, peak, length, gaps),
        Optional.of(KineticRule.COLD),
        days(peak, length));
  }

  private static KineticWindow.Worst window(Assessment assessed) {
    return Objects.requireNonNull(assessed.window());
  }

  @Test
  void twoHoursAtTwelveDegreesMayBeReleased() {
    Assessment assessed = assess(12, Duration.ofHours(2), 0);
    assertEquals(Verdict.RELEASE, assessed.proposal());
    assertEquals(5.866, window(assessed).celsius(), 0.001);
  }

  @Test
  void sixHoursAtFourteenDegreesFailAlthoughTheMeanPasses() {
    Assessment assessed = assess(14, Duration.ofHours(6), 0);
    assertEquals(Verdict.QUARANTINE, assessed.proposal());
    assertEquals(Assessment.Reason.KINETIC_ABOVE, assessed.reason());
    assertEquals(8.285, window(assessed).celsius(), 0.001);
  }

  @Test
  void theWindowHoldsTheWholeExcursion() {
    KineticWindow.Worst worst = window(assess(14, Duration.ofHours(6), 0));
    Instant start = T0.plus(Duration.ofHours(24));
    assertTrue(!worst.from().isAfter(start));
    assertTrue(!worst.until().isBefore(start.plus(Duration.ofHours(6))));
    assertEquals(Duration.ofHours(24), Duration.between(worst.from(), worst.until()));
  }

  @Test
  void anExcursionLongerThanAWindowIsJudgedByItsWorstPart() {
    Assessment assessed = assess(9, Duration.ofHours(30), 0);
    assertEquals(9, window(assessed).celsius(), 0.001);
    assertEquals(Verdict.QUARANTINE, assessed.proposal());
  }

  @Test
  void whatHasGapsIsForQuality() {
    assertEquals(Assessment.Reason.INCOMPLETE, assess(12, Duration.ofHours(2), 1).reason());
  }

  @Test
  void aboveFifteenDegreesNoMeanHelps() {
    assertEquals(Assessment.Reason.TOO_WARM, assess(15.1, Duration.ofMinutes(4), 0).reason());
  }

  @Test
  void whatMayHaveFrozenIsPutAside() {
    Excursion frozen = excursion(Condition.LOW, Severity.CRITICAL, -1, Duration.ofMinutes(5), 0);
    Assessment assessed =
        Assessment.of(frozen, Optional.of(KineticRule.COLD), days(-1, Duration.ofMinutes(5)));
    assertEquals(Assessment.Reason.TOO_COLD, assessed.reason());
    assertEquals(Verdict.QUARANTINE, assessed.proposal());
  }

  @Test
  void aUsedUpBudgetIsPutAside() {
    Excursion spent =
        excursion(Condition.CUMULATIVE, Severity.CRITICAL, 31, Duration.ofHours(1), 0);
    assertEquals(
        Assessment.Reason.BUDGET_SPENT, Assessment.of(spent, Optional.empty(), null).reason());
  }

  @Test
  void frozenGoodsHaveNoKineticRule() {
    assertEquals(Optional.empty(), KineticRule.of(StorageRange.of(StorageProfiles.FREEZER)));
    Assessment assessed =
        Assessment.of(
            excursion(Condition.HIGH, Severity.WARNING, -9, Duration.ofHours(1), 0),
            Optional.empty(),
            null);
    assertNull(assessed.window());
    assertEquals(Verdict.ASK_QUALITY, assessed.proposal());
  }

  @Test
  void rangesAreThoseOfTheGoods() {
    assertEquals(new StorageRange(2, 8), StorageRange.of(StorageProfiles.REFRIGERATOR));
    assertEquals(new StorageRange(20, 25), StorageRange.of(StorageProfiles.CONTROLLED_ROOM));
    assertEquals(new StorageRange(-25, -10), StorageRange.of(StorageProfiles.FREEZER));
    assertEquals(new StorageRange(-90, -60), StorageRange.of(StorageProfiles.ULTRA_LOW));
    assertEquals(new StorageRange(0, 4), StorageRange.of(StorageProfiles.CHILLED_FOOD));
    assertEquals(
        new StorageRange(Double.NEGATIVE_INFINITY, -18),
        StorageRange.of(StorageProfiles.FROZEN_FOOD));
    assertEquals(
        Optional.of(KineticRule.ROOM),
        KineticRule.of(StorageRange.of(StorageProfiles.CONTROLLED_ROOM)));
  }
}
