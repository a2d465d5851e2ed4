package ai.cryox.core.compliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.classify.StorageProfiles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The published examples, to a thousandth of a degree, and the laws of the mean.
class KineticMeanTest {
  private static final Instant T0 = Instant.parse("2026-03-01T00:00:00Z");

  /// A temperature held for some hours.
  record Held(double celsius, double hours) {
    long millis() {
      return Math.round(hours * 3_600_000);
    }
  }

  private static List<Held> held(double... pairs) {
    List<Held> held = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      held.add(new Held(pairs[i], pairs[i + 1]));
    }
    return held;
  }

  static Stream<Arguments> table() {
    return Stream.of(
        Arguments.of(held(20, 2, 2, 4, 25, 1), 15.678, 10.429),
        Arguments.of(held(5, 24), 5.000, 5.000),
        Arguments.of(held(5, 18, 14, 6), 8.285, 7.250),
        Arguments.of(held(5, 22, 12, 2), 5.866, 5.583),
        Arguments.of(held(22, 717, 29, 3), 22.043, 22.029),
        Arguments.of(held(2, 1, 3, 1, 4, 1, 5, 1, 6, 1, 7, 1, 8, 1), 5.242, 5.000),
        Arguments.of(held(-20, 23, -10, 1), -19.128, -19.583),
        Arguments.of(held(2, 1, 2, 1, 5, 1, 8, 1, 8, 1, 8, 1, 8, 1), 6.250, 5.857));
  }

  @ParameterizedTest
  @MethodSource("table")
  void aMeanIsWhatTheTableSays(List<Held> held, double kinetic, double ignoredMean) {
    assertEquals(kinetic, mean(held), 0.001);
  }

  @ParameterizedTest
  @MethodSource("table")
  void theMeterFindsTheSameInReadings(List<Held> held, double kinetic, double mean) {
    long millis = held.stream().mapToLong(Held::millis).sum();
    FigureMeter meter =
        new FigureMeter(
            T0,
            T0.plusMillis(millis),
            new FigureMeter.Known(
                Duration.ofMinutes(1),
                new TreeMap<>(Map.of(0L, StorageProfiles.REFRIGERATOR)),
                KineticMean.USUAL_ENERGY),
            null);
    long at = T0.toEpochMilli();
    for (Held one : held) {
      for (long end = at + one.millis(); at < end; at += 60_000) {
        meter.add(at, one.celsius(), false);
      }
    }
    Figures figures = meter.figures();
    assertEquals(kinetic, figures.kinetic(), 0.001);
    assertEquals(mean, figures.mean(), 0.001);
  }

  @ParameterizedTest
  @MethodSource("table")
  void aWindowOfTheWholeTimeHasTheSameMean(List<Held> held, double kinetic, double ignoredMean) {
    Duration all = Duration.ofMillis(held.stream().mapToLong(Held::millis).sum());
    KineticWindow window = new KineticWindow(T0, T0.plus(all), all, KineticMean.USUAL_ENERGY);
    long at = T0.toEpochMilli();
    for (Held one : held) {
      window.add(one.celsius(), at, at + one.millis());
      at += one.millis();
    }
    assertEquals(kinetic, window.worst(T0, T0).celsius(), 0.001);
  }

  @Property
  void itIsNeverBelowTheMean(
      @ForAll @Size(min = 1, max = 40) List<@DoubleRange(min = -90, max = 60) Double> some) {
    List<Held> held = some.stream().map(celsius -> new Held(celsius, 1)).toList();
    double mean = some.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    assertTrue(mean(held) >= mean - 1e-9, () -> mean(held) + " is below " + mean);
  }

  @Property
  void orderChangesNothing(
      @ForAll @Size(min = 1, max = 40) List<@DoubleRange(min = -90, max = 60) Double> some,
      @ForAll long seed) {
    List<Held> held = new ArrayList<>(some.stream().map(one -> new Held(one, 1)).toList());
    double before = mean(held);
    Collections.shuffle(held, new Random(seed));
    assertEquals(before, mean(held), 1e-9);
  }

  @Property
  void splittingAnIntervalChangesNothing(
      @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = -90, max = 60) Double> some,
      @ForAll @IntRange(min = 1, max = 9) int parts) {
    List<Held> whole = some.stream().map(one -> new Held(one, 2)).toList();
    List<Held> split = new ArrayList<>();
    whole.forEach(one ->
        Collections.nCopies(parts, new Held(one.celsius(), 2.0 / parts)).forEach(split::add));
    assertEquals(mean(whole), mean(split), 1e-6);
  }

  @Property
  void itLiesBetweenTheExtremes(
      @ForAll @Size(min = 1, max = 40) List<@DoubleRange(min = -270, max = 1_000) Double> some) {
    double mean = mean(some.stream().map(one -> new Held(one, 1)).toList());
    assertTrue(mean >= Collections.min(some) - 1e-6 && mean <= Collections.max(some) + 1e-6);
  }

  @Test
  void anEnergyThatIsNoneIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new KineticMean(0));
    assertThrows(IllegalArgumentException.class, () -> new KineticMean(Double.NaN));
    assertTrue(Double.isNaN(new KineticMean().celsius()));
  }

  private static double mean(List<Held> held) {
    KineticMean mean = new KineticMean();
    held.forEach(one -> mean.add(one.celsius(), one.millis()));
    return mean.celsius();
  }
}
