package ai.cryox.core.classify;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Arbitrary profiles and temperature curves. Everything lies on tenths of a degree, so that values
/// often hit a limit exactly.
final class Walks {
  private Walks() {}

  /// One reading.
  ///
  /// @param gap since the one before
  /// @param temperature °C
  record Step(Duration gap, double temperature) {}

  /// Up to forty readings, from a second to twenty minutes apart.
  static Arbitrary<List<Step>> walks() {
    return Combinators.combine(Arbitraries.longs().between(1, 1_200_000), temperatures())
        .as((gap, temperature) -> new Step(Duration.ofMillis(gap), temperature))
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  static Arbitrary<Double> temperatures() {
    return tenths(-300, 300);
  }

  /// Profiles with any subset of the four limits, in order, and perhaps a budget.
  static Arbitrary<StorageProfile> profiles() {
    return profiles(limits(tenths(0, 20), delays()), budgets());
  }

  /// Profiles whose limits count at once and are back at once.
  static Arbitrary<StorageProfile> plainProfiles() {
    return profiles(
        limits(Arbitraries.just(0.0), Arbitraries.just(Duration.ZERO)),
        Arbitraries.just(List.of()));
  }

  private static Arbitrary<StorageProfile> profiles(
      Arbitrary<Limit> limits, Arbitrary<List<CumulativeLimit>> budgets) {
    return Combinators.combine(
            limits.list().ofSize(Level.values().length),
            tenths(-250, 250).list().ofSize(Level.values().length).uniqueElements(),
            Arbitraries.subsetOf(Level.values()),
            budgets)
        .as((shapes, values, levels, cumulative) -> {
          Iterator<Double> rising = values.stream().sorted().iterator();
          Iterator<Limit> shape = shapes.iterator();
          Map<Level, Limit> placed = new EnumMap<>(Level.class);
          for (Level level : Level.values()) {
            Limit limit = shape.next().movedTo(rising.next());
            if (levels.contains(level)) {
              placed.put(level, limit);
            }
          }
          return new StorageProfile("any", "Any", placed, cumulative);
        });
  }

  private static Arbitrary<Limit> limits(Arbitrary<Double> deadbands, Arbitrary<Duration> delays) {
    return Combinators.combine(Arbitraries.of(true, false), deadbands, delays, delays)
        .as((inclusive, deadband, on, off) -> new Limit(0, inclusive, deadband, on, off));
  }

  private static Arbitrary<List<CumulativeLimit>> budgets() {
    return Combinators.combine(Arbitraries.of(Side.values()), temperatures(), delays())
        .as(CumulativeLimit::new)
        .list()
        .ofMaxSize(2);
  }

  private static Arbitrary<Duration> delays() {
    return Arbitraries.longs().between(0, 1_800_000).map(Duration::ofMillis);
  }

  private static Arbitrary<Double> tenths(int from, int to) {
    return Arbitraries.integers().between(from, to).map(tenth -> tenth / 10.0);
  }
}
