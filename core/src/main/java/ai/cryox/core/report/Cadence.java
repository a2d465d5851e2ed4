package ai.cryox.core.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// How often a report is made by itself, and so how long its period is.
public enum Cadence {
  /// Each day, of the day before.
  DAILY(0, 0),
  /// Each week on one day, of the seven days before it.
  WEEKLY(1, 7),
  /// Each month on one day, of the calendar month before.
  MONTHLY(1, 28);

  private final int firstDay;
  private final int lastDay;

  Cadence(int firstDay, int lastDay) {
    this.firstDay = firstDay;
    this.lastDay = lastDay;
  }

  /// Whether a day can be meant: 1 (Monday) to 7 of a week, 1 to 28 of a month, 0 of a day.
  public boolean takes(int day) {
    return day >= firstDay && day <= lastDay;
  }

  /// The first day that can be meant.
  public int firstDay() {
    return firstDay;
  }

  /// The last day that can be meant.
  public int lastDay() {
    return lastDay;
  }

  /// The first day, from a day on, on which it is made.
  LocalDate onOrAfter(LocalDate from, int day) {
    return switch (this) {
      case DAILY -> from;
      case WEEKLY -> from.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(day)));
      case MONTHLY ->
          from.getDayOfMonth() <= day
              ? from.withDayOfMonth(day)
              : from.plusMonths(1).withDayOfMonth(day);
    };
  }

  /// The first day that is not in the report any more that is made on a day.
  LocalDate until(LocalDate made) {
    return this == MONTHLY ? made.withDayOfMonth(1) : made;
  }

  /// The first day of a period that ends before a day.
  LocalDate from(LocalDate until) {
    return switch (this) {
      case DAILY -> until.minusDays(1);
      case WEEKLY -> until.minusWeeks(1);
      case MONTHLY -> until.minusMonths(1);
    };
  }

  /// As it is written on the command line and on the wire, such as `daily`.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The cadence of that name, in any case.
  ///
  /// @throws IllegalArgumentException if there is none, with a sentence
  public static Cadence named(String name) {
    for (Cadence cadence : values()) {
      if (cadence.wireName().equalsIgnoreCase(name.strip())) {
        return cadence;
      }
    }
    throw new IllegalArgumentException(
        "Reports are made %s, not '%s'."
            .formatted(
                Arrays.stream(values()).map(Cadence::wireName).collect(Collectors.joining(", ")),
                name));
  }
}
