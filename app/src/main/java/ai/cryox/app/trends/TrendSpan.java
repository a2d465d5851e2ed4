package ai.cryox.app.trends;

import java.time.Duration;

/// How far back a trend looks at one press.
enum TrendSpan {
  /// One hour.
  HOUR(Duration.ofHours(1)),
  /// A shift.
  SHIFT(Duration.ofHours(8)),
  /// A day.
  DAY(Duration.ofHours(24)),
  /// A week.
  WEEK(Duration.ofDays(7)),
  /// A month.
  MONTH(Duration.ofDays(30)),
  /// A year.
  YEAR(Duration.ofDays(365));

  private final Duration length;

  TrendSpan(Duration length) {
    this.length = length;
  }

  Duration length() {
    return length;
  }
}
