package ai.cryox.simulator.thermal;

import java.util.SplittableRandom;

/// The air around a unit: warmest in the afternoon, a little different each day.
public final class Ambient {
  private static final double SECONDS_PER_DAY = 86_400;
  private static final double WARMEST_HOUR = 15;
  private static final long DAY_SALT = 0x9E3779B97F4A7C15L;

  private final long seed;
  private final double meanCelsius;
  private final double amplitude;
  private final double solarOffsetSeconds;
  private long computedMinute = Long.MIN_VALUE;
  private double celsius;

  /// The ambient curve of one place.
  ///
  /// @param meanCelsius over a day
  /// @param amplitude half of the daily swing, K
  /// @param longitude degrees east: decides when the afternoon is
  public Ambient(long seed, double meanCelsius, double amplitude, double longitude) {
    this.seed = seed;
    this.meanCelsius = meanCelsius;
    this.amplitude = amplitude;
    this.solarOffsetSeconds = longitude * 240;
  }

  /// °C at a second since the epoch; changes once a minute. For one thread.
  double at(long second) {
    long minute = Math.floorDiv(second, 60);
    if (minute != computedMinute) {
      computedMinute = minute;
      celsius = compute(minute * 60);
    }
    return celsius;
  }

  /// Solar hour of the day there, 0 to 24.
  double hour(long second) {
    double local = second + solarOffsetSeconds;
    return (local - Math.floor(local / SECONDS_PER_DAY) * SECONDS_PER_DAY) / 3600;
  }

  private double compute(long second) {
    double days = second / SECONDS_PER_DAY;
    long day = (long) Math.floor(days);
    double weather = weather(day) + (days - day) * (weather(day + 1) - weather(day));
    double swing = StrictMath.cos((hour(second) - WARMEST_HOUR) / 24 * 2 * Math.PI);
    return meanCelsius + amplitude * (swing + 0.5 * weather);
  }

  private double weather(long day) {
    return new SplittableRandom(seed + day * DAY_SALT).nextDouble(-1, 1);
  }
}
