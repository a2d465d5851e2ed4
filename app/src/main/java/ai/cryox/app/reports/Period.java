package ai.cryox.app.reports;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/// Periods that people ask for, by the wall clock of a facility: whole days, whatever the clocks
/// do.
enum Period {
  /// Yesterday.
  YESTERDAY,
  /// The last seven whole days.
  LAST_WEEK,
  /// The calendar week before this one, Monday first.
  CALENDAR_WEEK,
  /// The month before this one.
  LAST_MONTH,
  /// This month until now.
  THIS_MONTH,
  /// Dates that are typed.
  DATES;

  /// A stretch of time, `from` ≤ time < `until`.
  record Stretch(Instant from, Instant until) {
    /// Whole days, both of them included.
    static Stretch days(LocalDate first, LocalDate last, ZoneId zone) {
      return new Stretch(
          first.atStartOfDay(zone).toInstant(), last.plusDays(1).atStartOfDay(zone).toInstant());
    }
  }

  /// When that is; for {@link #DATES} yesterday, to begin with.
  Stretch at(Instant now, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    LocalDate month = today.withDayOfMonth(1);
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return switch (this) {
      case YESTERDAY, DATES -> Stretch.days(today.minusDays(1), today.minusDays(1), zone);
      case LAST_WEEK -> Stretch.days(today.minusDays(7), today.minusDays(1), zone);
      case CALENDAR_WEEK -> Stretch.days(monday.minusDays(7), monday.minusDays(1), zone);
      case LAST_MONTH -> Stretch.days(month.minusMonths(1), month.minusDays(1), zone);
      case THIS_MONTH -> new Stretch(month.atStartOfDay(zone).toInstant(), now);
    };
  }
}
