package ai.cryox.app.energy;

import java.time.Duration;

/// How far back energy is looked at, and how long a bar of its chart is.
enum EnergyPeriod {
  /// A day in windows of five minutes.
  DAY(Duration.ofDays(1), Duration.ofMinutes(5)),
  /// A week by the hour.
  WEEK(Duration.ofDays(7), Duration.ofHours(1)),
  /// A month by six hours.
  MONTH(Duration.ofDays(30), Duration.ofHours(6));

  private final Duration length;
  private final Duration bar;

  EnergyPeriod(Duration length, Duration bar) {
    this.length = length;
    this.bar = bar;
  }

  Duration length() {
    return length;
  }

  /// What one bar stands for.
  Duration bar() {
    return bar;
  }

  int bars() {
    return (int) length.dividedBy(bar);
  }
}
