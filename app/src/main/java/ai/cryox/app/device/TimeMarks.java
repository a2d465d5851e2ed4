package ai.cryox.app.device;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// The round moments of a period by the local clock, across changes of summer time. Pure.
final class TimeMarks {
  private TimeMarks() {}

  /// All multiples of the step since local midnight in `from` ≤ time < `until`.
  ///
  /// @param step a part or a multiple of one day
  static List<Instant> between(Instant from, Instant until, Duration step, ZoneId zone) {
    List<Instant> marks = new ArrayList<>();
    ZonedDateTime midnight = from.atZone(zone).truncatedTo(ChronoUnit.DAYS);
    boolean days = step.compareTo(Duration.ofDays(1)) >= 0;
    while (midnight.toInstant().isBefore(until)) {
      ZonedDateTime nextMidnight = midnight.plusDays(days ? step.toDays() : 1);
      // By the wall clock, so that 03:00 stays 03:00 on a day of 23 hours.
      for (long second = 0; second < Duration.ofDays(1).toSeconds(); second += step.toSeconds()) {
        Instant mark = midnight.toLocalDateTime().plusSeconds(second).atZone(zone).toInstant();
        boolean isNew = marks.isEmpty() || marks.getLast().isBefore(mark);
        if (isNew && !mark.isBefore(from) && mark.isBefore(until)) {
          marks.add(mark);
        }
      }
      midnight = nextMidnight;
    }
    return marks;
  }
}
