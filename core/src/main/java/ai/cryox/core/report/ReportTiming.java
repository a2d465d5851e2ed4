package ai.cryox.core.report;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/// When a report is made by itself, by the facility's wall clock. A time that a day does not have,
/// since the clocks are put forward, comes as much later; one that it has twice is the first.
///
/// @param cadence how often
/// @param day 1 (Monday) to 7 of a week, 1 to 28 of a month, 0 of a day
/// @param at when on that day
public record ReportTiming(Cadence cadence, int day, LocalTime at) {
  /// What such a report covers: `from` ≤ time < `until`, whole days of the facility.
  public record Span(Instant from, Instant until) {}

  /// The next time after a moment.
  public Instant after(Instant moment, ZoneId zone) {
    LocalDate from = moment.atZone(zone).toLocalDate();
    // Where the clocks are put back over midnight, a day may begin twice.
    for (LocalDate day = from.minusDays(1); ; day = day.plusDays(1)) {
      day = cadence.onOrAfter(day, this.day);
      Instant next = day.atTime(at).atZone(zone).toInstant();
      if (next.isAfter(moment)) {
        return next;
      }
    }
  }

  /// What the report covers that is made then.
  public Span span(Instant made, ZoneId zone) {
    LocalDate until = cadence.until(made.atZone(zone).toLocalDate());
    return new Span(
        cadence.from(until).atStartOfDay(zone).toInstant(), until.atStartOfDay(zone).toInstant());
  }

  /// The last whole period before a moment, as the schedule would cover it.
  public Span lastSpan(Instant moment, ZoneId zone) {
    LocalDate today = moment.atZone(zone).toLocalDate();
    LocalDate made =
        cadence == Cadence.WEEKLY
            ? today.with(TemporalAdjusters.previousOrSame(DayOfWeek.of(day)))
            : today;
    return span(made.atTime(LocalTime.NOON).atZone(zone).toInstant(), zone);
  }

  /// Why it makes no sense, in a sentence; `null` if it does.
  public @Nullable String problem() {
    if (cadence.takes(day)) {
      return null;
    }
    return switch (cadence) {
      case DAILY -> "A daily report has no day: it comes every day.";
      case WEEKLY ->
          "A weekly report comes on a day from 1 (Monday) to 7 (Sunday), not %d.".formatted(day);
      case MONTHLY ->
          "A monthly report comes on a day from 1 to 28, not %d: not every month has more."
              .formatted(day);
    };
  }
}
