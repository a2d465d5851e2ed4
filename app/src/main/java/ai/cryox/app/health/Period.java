package ai.cryox.app.health;

import java.time.Duration;

/// How far back the page looks, and how long each bar of its chart is.
enum Period {
  /// A day in hours.
  DAY(Duration.ofDays(1), Duration.ofHours(1)),
  /// A week in quarters of a day.
  WEEK(Duration.ofDays(7), Duration.ofHours(6)),
  /// A month in days.
  MONTH(Duration.ofDays(30), Duration.ofDays(1));

  private final Duration length;
  private final Duration bar;

  Period(Duration length, Duration bar) {
    this.length = length;
    this.bar = bar;
  }

  Duration length() {
    return length;
  }

  Duration bar() {
    return bar;
  }

  int bars() {
    return (int) length.dividedBy(bar);
  }

  /// So many calls in one bar meet the goal of six an hour, or 150 a day.
  double goal() {
    return bar.toHours() >= 24 ? 150 : 6.0 * bar.toHours();
  }
}
