package ai.cryox.core.compliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.classify.AlertThresholds;
import ai.cryox.core.classify.Level;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.classify.StorageProfiles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FigureMeterTest {
  private static final Instant T0 = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant T1 = T0.plus(Duration.ofHours(1));
  private static final Duration SAMPLING = Duration.ofSeconds(30);

  private static FigureMeter meter(NavigableMap<Long, StorageProfile> limits) {
    return new FigureMeter(
        T0, T1, new FigureMeter.Known(SAMPLING, limits, KineticMean.USUAL_ENERGY), null);
  }

  private static FigureMeter refrigerator() {
    return meter(new TreeMap<>(Map.of(0L, StorageProfiles.REFRIGERATOR)));
  }

  /// One reading each half minute from ≤ second < until.
  private static void read(FigureMeter meter, int from, int until, double temperature) {
    for (int second = from; second < until; second += 30) {
      meter.add(T0.plusSeconds(second).toEpochMilli(), temperature, false);
    }
  }

  private static Duration beyond(Figures figures, Level level) {
    return figures.beyond().stream()
        .filter(time -> time.level() == level)
        .findFirst()
        .orElseThrow()
        .beyond();
  }

  @Test
  void aWholeHourIsCompleteAndSafe() {
    FigureMeter meter = refrigerator();
    read(meter, 0, 3_600, 5);
    Figures figures = meter.figures();
    assertEquals(120, figures.received());
    assertEquals(120, figures.expected());
    assertEquals(Duration.ofHours(1), figures.covered());
    assertEquals(1, figures.safePart());
    assertEquals(1, figures.completePart(Duration.ofHours(1)));
    assertEquals(List.of(), figures.gaps());
  }

  @Test
  void minutesBeyondEachLimitAddUpOverSeveralStretches() {
    FigureMeter meter = refrigerator();
    read(meter, 0, 600, 5);
    read(meter, 600, 900, 7.5);
    read(meter, 900, 1_200, 8.5);
    read(meter, 1_200, 2_400, 5);
    read(meter, 2_400, 2_700, 8.1);
    read(meter, 2_700, 3_600, 1.9);
    Figures figures = meter.figures();
    assertEquals(Duration.ofMinutes(15), beyond(figures, Level.HIGH));
    assertEquals(Duration.ofMinutes(10), beyond(figures, Level.HIGH_HIGH));
    assertEquals(Duration.ofMinutes(15), beyond(figures, Level.LOW));
    assertEquals(Duration.ZERO, beyond(figures, Level.LOW_LOW));
    assertEquals(Duration.ofMinutes(35), figures.safe());
    assertEquals(8.5, figures.largest());
    assertEquals(T0.plusSeconds(900), figures.largestAt());
    assertEquals(1.9, figures.smallest());
    assertEquals(T0.plusSeconds(2_700), figures.smallestAt());
  }

  @Test
  void theLimitItselfIsWithin() {
    FigureMeter meter = refrigerator();
    read(meter, 0, 3_600, 8.0);
    Figures figures = meter.figures();
    assertEquals(Duration.ZERO, beyond(figures, Level.HIGH_HIGH));
    assertEquals(1, figures.safePart());
  }

  @Test
  void aGapIsLeftOutAndTold() {
    FigureMeter meter = refrigerator();
    read(meter, 0, 600, 5);
    read(meter, 1_890, 3_600, 5);
    Figures figures = meter.figures();
    assertEquals(1, figures.gapCount());
    assertEquals(
        List.of(new Gap(T0.plusSeconds(600), T0.plusSeconds(1_890), Gap.Cause.UNKNOWN)),
        figures.gaps());
    assertEquals(Duration.ofSeconds(1_290), figures.missing());
    assertEquals(77, figures.received());
    // The last reading before the gap holds for three periods.
    assertEquals(Duration.ofSeconds(570 + 90 + 1_710), figures.covered());
  }

  @Test
  void threePeriodsAreNoGapYet() {
    FigureMeter meter = refrigerator();
    read(meter, 0, 600, 5);
    read(meter, 660, 3_600, 5);
    assertEquals(0, meter.figures().gapCount());
  }

  @Test
  void whatIsMissingAtBothEndsIsAGapToo() {
    FigureMeter meter = refrigerator();
    read(meter, 600, 1_200, 5);
    Figures figures = meter.figures();
    assertEquals(
        List.of(
            new Gap(T0, T0.plusSeconds(600), Gap.Cause.UNKNOWN),
            new Gap(T0.plusSeconds(1_200), T1, Gap.Cause.UNKNOWN)),
        figures.gaps());
  }

  @Test
  void aPeriodWithoutReadingsIsOneGap() {
    Figures figures = refrigerator().figures();
    assertEquals(0, figures.received());
    assertEquals(List.of(new Gap(T0, T1, Gap.Cause.UNKNOWN)), figures.gaps());
    assertEquals(0, figures.completePart(Duration.ofHours(1)));
    assertTrue(Double.isNaN(figures.safePart()));
    assertTrue(Double.isNaN(figures.kinetic()));
    assertNull(figures.largestAt());
  }

  @Test
  void limitsThatChangeInThePeriodAreEachMeasuredWhileTheyHeld() {
    StorageProfile own =
        StorageProfiles.REFRIGERATOR.withThresholds(new AlertThresholds(6.0, null));
    FigureMeter meter =
        meter(
            new TreeMap<>(
                Map.of(
                    0L, StorageProfiles.REFRIGERATOR, T0.plusSeconds(1_800).toEpochMilli(), own)));
    read(meter, 0, 3_600, 6.5);
    Figures figures = meter.figures();
    assertEquals(Duration.ofMinutes(30), figures.safe());
    assertEquals(
        List.of(Duration.ZERO, Duration.ofMinutes(30)),
        figures.beyond().stream()
            .filter(time -> time.level() == Level.HIGH_HIGH)
            .map(LimitTime::beyond)
            .toList());
  }

  @Test
  void moreGapsThanAreListedAreStillCounted() {
    FigureMeter meter =
        new FigureMeter(
            T0,
            T0.plus(Duration.ofDays(10)),
            new FigureMeter.Known(
                SAMPLING,
                new TreeMap<>(Map.of(0L, StorageProfiles.REFRIGERATOR)),
                KineticMean.USUAL_ENERGY),
            null);
    for (int i = 0; i < 2_880; i++) {
      meter.add(T0.plusSeconds(i * 300L).toEpochMilli(), 5, false);
    }
    Figures figures = meter.figures();
    assertEquals(2_880, figures.gapCount());
    assertEquals(FigureMeter.MOST_GAPS, figures.gaps().size());
    assertEquals(Duration.ofDays(9), figures.missing());
  }
}
