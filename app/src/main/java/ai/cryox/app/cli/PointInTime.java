package ai.cryox.app.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// A time as people write it: a date, which means its beginning in UTC, or an instant.
record PointInTime(Instant instant) {
  /// @throws IllegalArgumentException with a sentence, if it is neither
  static PointInTime parse(String text) {
    try {
      return new PointInTime(
          text.indexOf('T') < 0
              ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
              : OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException nonsense) {
      throw new IllegalArgumentException(
          "'%s' is neither a date like 2026-03-01 nor an instant like 2026-03-01T03:00:00Z."
              .formatted(text),
          nonsense);
    }
  }
}
