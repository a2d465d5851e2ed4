package ai.cryox.core.escalation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Hours that come again every week, by the clock on the wall.
///
/// On days with 23 or 25 hours they are as much shorter or longer; what ends at a time and what
/// begins at it still meet, whether that time comes twice or not at all.
///
/// @param days on which they begin
/// @param from the time they begin
/// @param until the time they end: on the next day if it is not after `from`
public record WeeklyHours(Set<DayOfWeek> days, LocalTime from, LocalTime until) {
  public WeeklyHours {
    days = Set.copyOf(days);
  }

  /// All hours of all days.
  public static WeeklyHours always() {
    return new WeeklyHours(Set.of(DayOfWeek.values()), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
  }

  /// Whether that moment lies within them.
  public boolean contains(Instant moment, ZoneId zone) {
    LocalDate today = moment.atZone(zone).toLocalDate();
    return isWithin(today, moment, zone) || isWithin(today.minusDays(1), moment, zone);
  }

  private boolean isWithin(LocalDate day, Instant moment, ZoneId zone) {
    if (!days.contains(day.getDayOfWeek())) {
      return false;
    }
    LocalDate last = endsNextDay() ? day.plusDays(1) : day;
    return !moment.isBefore(day.atTime(from).atZone(zone).toInstant())
        && moment.isBefore(last.atTime(until).atZone(zone).toInstant());
  }

  /// Whether they run into the day after the one on which they begin.
  boolean endsNextDay() {
    return !until.isAfter(from);
  }

  /// Why these hours make no sense, in a sentence; `null` if they do.
  public @Nullable String problem() {
    return days.isEmpty() ? "Weekly hours need at least one day." : null;
  }
}
