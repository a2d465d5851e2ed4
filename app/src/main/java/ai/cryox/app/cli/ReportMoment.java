package ai.cryox.app.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/// A time of a report as people write it: a date, which means its beginning by the facility's wall
/// clock, a time by that clock, or an instant.
record ReportMoment(String text) {
  /// @throws IllegalArgumentException with a sentence, if it is none of these
  Instant in(ZoneId zone) {
    try {
      if (text.indexOf('T') < 0) {
        return LocalDate.parse(text).atStartOfDay(zone).toInstant();
      }
      return text.matches(".*(Z|[+-]\\d\\d(:?\\d\\d)?)$") && text.indexOf(':') > 0
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).atZone(zone).toInstant();
    } catch (DateTimeException nonsense) {
      throw new IllegalArgumentException(
          "'%s' is neither a date like 2026-03-01, nor a time like 2026-03-01T06:00, nor an instant like 2026-03-01T05:00:00Z."
              .formatted(text),
          nonsense);
    }
  }
}
