package ai.cryox.app.screen;

import ai.cryox.app.text.Units;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// The round moments of a period by the local clock, as many as there is room for, across changes
/// of summer time. Pure.
///
/// @param step between two of them
/// @param moments in order
public record TimeTicks(Step step, List<Instant> moments) {
  public TimeTicks {
    moments = List.copyOf(moments);
  }

  /// How far two marks lie apart.
  ///
  /// @param amount of the unit
  /// @param unit seconds, days or months
  public record Step(int amount, ChronoUnit unit) {
    long millis() {
      return unit.getDuration().toMillis() * amount;
    }
  }

  private static final List<Step> STEPS =
      List.of(
          seconds(1),
          seconds(2),
          seconds(5),
          seconds(10),
          seconds(30),
          seconds(60),
          seconds(120),
          seconds(300),
          seconds(600),
          seconds(1_800),
          seconds(3_600),
          seconds(7_200),
          seconds(10_800),
          seconds(21_600),
          seconds(43_200),
          new Step(1, ChronoUnit.DAYS),
          new Step(2, ChronoUnit.DAYS),
          new Step(7, ChronoUnit.DAYS),
          new Step(1, ChronoUnit.MONTHS),
          new Step(3, ChronoUnit.MONTHS),
          new Step(12, ChronoUnit.MONTHS));

  private static Step seconds(int amount) {
    return new Step(amount, ChronoUnit.SECONDS);
  }

  /// The marks of a period, `from` ≤ mark < `until`.
  ///
  /// @param most about so many of them
  public static TimeTicks of(Instant from, Instant until, int most, ZoneId zone) {
    long span = until.toEpochMilli() - from.toEpochMilli();
    Step step = STEPS.getLast();
    for (int i = STEPS.size() - 1; i >= 0; i--) {
      if (STEPS.get(i).millis() * Math.max(1, most) >= span) {
        step = STEPS.get(i);
      }
    }
    List<Instant> marks = new ArrayList<>();
    LocalDateTime local = first(from.atZone(zone).toLocalDateTime(), step);
    while (true) {
      // By the wall clock, so that 03:00 stays 03:00 on a day of 23 hours.
      Instant mark = local.atZone(zone).toInstant();
      if (!mark.isBefore(until)) {
        return new TimeTicks(step, marks);
      }
      boolean isNew = marks.isEmpty() || marks.getLast().isBefore(mark);
      if (isNew && !mark.isBefore(from)) {
        marks.add(mark);
      }
      local = local.plus(step.amount(), step.unit());
    }
  }

  private static LocalDateTime first(LocalDateTime from, Step step) {
    LocalDate day = from.toLocalDate();
    return switch (step.unit()) {
      case SECONDS -> {
        int second = from.toLocalTime().toSecondOfDay() / step.amount() * step.amount();
        yield day.atStartOfDay().plusSeconds(second);
      }
      case DAYS ->
          day.minusDays(Math.floorMod(day.toEpochDay(), (long) step.amount())).atStartOfDay();
      default -> {
        int month = (day.getMonthValue() - 1) / step.amount() * step.amount() + 1;
        yield LocalDate.of(day.getYear(), month, 1).atStartOfDay();
      }
    };
  }

  /// What stands at a mark: its time of day, or its day where a day begins.
  public String words(Instant mark, Units units) {
    boolean midnight = mark.atZone(units.zone()).toLocalTime().toSecondOfDay() == 0;
    if (step.unit() != ChronoUnit.SECONDS || midnight) {
      return units.day(mark);
    }
    return step.millis() < 60_000 ? units.time(mark) : units.shortTime(mark);
  }
}
