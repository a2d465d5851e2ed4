package ai.cryox.core.classify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the classifier remembers of how fast a temperature changed.
///
/// @param samples some of the last readings, oldest first, an eighth of the limit's time apart
/// @param violated whether it changed too fast, and has not calmed down since
public record RateMemory(List<Sample> samples, boolean violated) {
  /// Nothing seen yet.
  public static final RateMemory NONE = new RateMemory(List.of(), false);

  /// A rate counts as calm again once it is below this part of its limit.
  private static final double CALM = 0.75;

  private static final int SAMPLES = 8;

  public RateMemory {
    samples = List.copyOf(samples);
  }

  /// One reading.
  ///
  /// @param temperature °C
  public record Sample(Instant time, double temperature) {}

  /// How fast the temperature changed up to a reading, °C a minute, up or down; NaN if there is no
  /// reading to compare with.
  public double rate(RateLimit limit, Instant time, double temperature) {
    Sample base = base(limit, time);
    if (base == null) {
      return Double.NaN;
    }
    double minutes = Duration.between(base.time(), time).toMillis() / 60_000.0;
    return Math.abs(temperature - base.temperature()) / minutes;
  }

  private @Nullable Sample base(RateLimit limit, Instant time) {
    Instant latest = time.minus(limit.over());
    Instant earliest = latest.minus(limit.over());
    Sample base = null;
    for (Sample sample : samples) {
      if (!sample.time().isAfter(latest) && !sample.time().isBefore(earliest)) {
        base = sample;
      }
    }
    return base;
  }

  /// What is remembered after a reading.
  public RateMemory after(RateLimit limit, Instant time, double temperature) {
    double rate = rate(limit, time, temperature);
    boolean now = rate > limit.perMinute() || (violated && !(rate <= CALM * limit.perMinute()));
    return new RateMemory(samplesAfter(limit, time, temperature), now);
  }

  private List<Sample> samplesAfter(RateLimit limit, Instant time, double temperature) {
    Duration apart = limit.over().dividedBy(SAMPLES);
    if (!samples.isEmpty() && time.isBefore(samples.getLast().time().plus(apart))) {
      return samples;
    }
    Instant earliest = time.minus(limit.over().multipliedBy(2));
    List<Sample> kept = new ArrayList<>(samples);
    kept.removeIf(sample -> sample.time().isBefore(earliest));
    kept.add(new Sample(time, temperature));
    return kept;
  }
}
