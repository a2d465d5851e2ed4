package ai.cryox.app.trends;

import java.time.Duration;

/// How far back a trend looks at one press.
enum TrendSpan {
  /// One hour.
  HOUR(1, Duration.ofHours(1)),
  /// A shift.
  SHIFT(2, Duration.ofHours(8)),
  /// A day.
  DAY(3, Duration.ofHours(24)),
  /// A week.
  WEEK(4, Duration.ofDays(7)),
  /// A month.
  MONTH(5, Duration.ofDays(30)),
  /// A year.
  YEAR(6, Duration.ofDays(365));

  private final int key;
  private final Duration length;

  TrendSpan(int key, Duration length) {
    this.key = key;
    this.length = length;
  }

  /// The digit that chooses it.
  int key() {
    return key;
  }

  Duration length() {
    return length;
  }
}
