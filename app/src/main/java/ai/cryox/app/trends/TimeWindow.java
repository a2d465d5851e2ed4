package ai.cryox.app.trends;

import java.time.Duration;
import java.time.Instant;

/// The period that a trend shows, `from` ≤ time < `until`. Pure.
///
/// @param from epoch milliseconds
/// @param until epoch milliseconds, later
record TimeWindow(long from, long until) {
  /// Nothing happens faster in a cold store.
  static final Duration SHORTEST = Duration.ofSeconds(10);

  /// As long as readings are usually kept.
  static final Duration LONGEST = Duration.ofDays(5 * 366);

  TimeWindow {
    if (from >= until) {
      throw new IllegalArgumentException("A period must end after it begins.");
    }
  }

  /// The last so long before a moment.
  static TimeWindow before(Instant end, Duration span) {
    return new TimeWindow(end.toEpochMilli() - span.toMillis(), end.toEpochMilli());
  }

  /// Milliseconds.
  long span() {
    return until - from;
  }

  Instant start() {
    return Instant.ofEpochMilli(from);
  }

  Instant end() {
    return Instant.ofEpochMilli(until);
  }

  /// Shows more or less around a place that stays where it is.
  ///
  /// @param factor below 1 shows less
  /// @param share of the width, left of the place that stays
  TimeWindow zoomed(double factor, double share) {
    long wanted = Math.clamp(Math.round(span() * factor), SHORTEST.toMillis(), LONGEST.toMillis());
    long left = from + Math.round((span() - wanted) * share);
    return new TimeWindow(left, left + wanted);
  }

  /// Shows what lies beside it; a share below 0 goes back in time.
  TimeWindow panned(double share) {
    long by = Math.round(span() * share);
    return new TimeWindow(from + by, until + by);
  }

  /// As long, ending at another moment.
  TimeWindow endingAt(long end) {
    return new TimeWindow(end - span(), end);
  }

  /// Moved back to whole steps, so that what is drawn does not flicker between two columns.
  TimeWindow snapped(long step) {
    long left = Math.floorDiv(from, step) * step;
    return new TimeWindow(left, Math.max(left + step, Math.floorDiv(until, step) * step));
  }

  /// The same period so many milliseconds earlier.
  TimeWindow earlier(long millis) {
    return new TimeWindow(from - millis, until - millis);
  }

  /// Whether all of another period lies in it.
  boolean holds(long first, long last) {
    return from <= first && last <= until;
  }
}
