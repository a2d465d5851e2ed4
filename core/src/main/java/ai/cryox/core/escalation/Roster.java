package ai.cryox.core.escalation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who is on call when.
///
/// @param rosterId short and lasting
/// @param name for people
/// @param zone the facility's: whose wall clock counts
/// @param shifts may overlap: then all are on call
/// @param holidays at most one for each date
/// @param deputy is on call when nobody else is, or `null` if nobody deputises
public record Roster(
    String rosterId,
    String name,
    ZoneId zone,
    List<Shift> shifts,
    List<Holiday> holidays,
    @Nullable String deputy) {
  private static final int DAY_MINUTES = 24 * 60;
  private static final int WEEK_MINUTES = 7 * DAY_MINUTES;

  public Roster {
    shifts = List.copyOf(shifts);
    holidays = List.copyOf(holidays);
  }

  /// The ids of those on call at a moment, the deputy if nobody is; empty if this roster has a hole
  /// there.
  public List<String> onCall(Instant moment) {
    LocalDate today = moment.atZone(zone).toLocalDate();
    List<String> planned =
        holidays.stream()
            .filter(holiday -> holiday.date().equals(today))
            .findFirst()
            .map(Holiday::personIds)
            .orElseGet(() -> byShift(moment));
    if (!planned.isEmpty()) {
      return planned;
    }
    return deputy == null ? List.of() : List.of(deputy);
  }

  private List<String> byShift(Instant moment) {
    return shifts.stream()
        .filter(shift -> shift.hours().contains(moment, zone))
        .flatMap(shift -> shift.personIds().stream())
        .distinct()
        .toList();
  }

  /// All who are named in it.
  public List<String> people() {
    Stream<String> named =
        Stream.concat(
            shifts.stream().flatMap(shift -> shift.personIds().stream()),
            holidays.stream().flatMap(holiday -> holiday.personIds().stream()));
    return Stream.concat(named, Stream.ofNullable(deputy)).distinct().toList();
  }

  /// The hours of a week in which nobody is on call, in words such as `Monday 06:00 to Monday
  /// 08:00`; none if there is a deputy.
  public List<String> holes() {
    if (deputy != null) {
      return List.of();
    }
    BitSet covered = new BitSet(WEEK_MINUTES);
    shifts.stream().filter(shift -> !shift.personIds().isEmpty()).forEach(s -> cover(s, covered));
    List<String> holes = new ArrayList<>();
    for (int from = covered.nextClearBit(0); from < WEEK_MINUTES; ) {
      int set = covered.nextSetBit(from);
      int until = set < 0 ? WEEK_MINUTES : set;
      holes.add(words(from) + " to " + words(until));
      from = covered.nextClearBit(until);
    }
    return holes;
  }

  private static void cover(Shift shift, BitSet covered) {
    WeeklyHours hours = shift.hours();
    for (DayOfWeek day : hours.days()) {
      int start = (day.getValue() - 1) * DAY_MINUTES;
      int from = start + hours.from().toSecondOfDay() / 60;
      int until =
          start + hours.until().toSecondOfDay() / 60 + (hours.endsNextDay() ? DAY_MINUTES : 0);
      covered.set(from, Math.min(until, WEEK_MINUTES));
      covered.set(0, Math.max(0, until - WEEK_MINUTES));
    }
  }

  private static String words(int minute) {
    String day = DayOfWeek.of(minute / DAY_MINUTES % 7 + 1).name();
    return day.charAt(0)
        + day.substring(1).toLowerCase(Locale.ROOT)
        + " "
        + LocalTime.ofSecondOfDay(minute % DAY_MINUTES * 60L);
  }

  /// Why this roster makes no sense, in a sentence; `null` if it does. A hole is no nonsense: see
  /// {@link #holes}.
  public @Nullable String problem() {
    if (rosterId.isBlank() || name.isBlank()) {
      return "A roster needs an id and a name.";
    }
    if (holidays.stream().map(Holiday::date).distinct().count() < holidays.size()) {
      return "The roster %s names a holiday twice.".formatted(name);
    }
    return shifts.stream().anyMatch(shift -> shift.hours().problem() != null)
        ? "A shift of the roster %s has no day.".formatted(name)
        : null;
  }
}
