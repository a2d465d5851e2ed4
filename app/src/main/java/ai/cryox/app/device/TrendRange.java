package ai.cryox.app.device;

import java.time.Duration;

/// How far back a trend looks.
enum TrendRange {
  /// One hour.
  HOUR(Duration.ofHours(1), Duration.ofMinutes(10)),
  /// Six hours.
  SIX_HOURS(Duration.ofHours(6), Duration.ofHours(1)),
  /// A day.
  DAY(Duration.ofHours(24), Duration.ofHours(3)),
  /// A week.
  WEEK(Duration.ofDays(7), Duration.ofDays(1));

  private static final Duration SHORTEST_REFRESH = Duration.ofMinutes(1);

  private final Duration span;
  private final Duration tick;

  TrendRange(Duration span, Duration tick) {
    this.span = span;
    this.tick = tick;
  }

  /// From its first to its last moment.
  Duration span() {
    return span;
  }

  /// Between two marks on the time axis.
  Duration tick() {
    return tick;
  }

  /// After so long it is read again, for readings that came in late.
  Duration refresh() {
    Duration part = span.dividedBy(500);
    return part.compareTo(SHORTEST_REFRESH) > 0 ? part : SHORTEST_REFRESH;
  }
}
