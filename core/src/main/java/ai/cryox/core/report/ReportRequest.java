package ai.cryox.core.report;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which report is wanted: `from` ≤ time < `until`.
///
/// @param facilityId the facility
/// @param deviceId only about this unit, or `null` for all of the facility
public record ReportRequest(
    ReportKind kind,
    String facilityId,
    @Nullable String deviceId,
    Instant from,
    Instant until,
    Letterhead letterhead) {
  private static final Duration LONGEST = Duration.ofDays(367);

  /// Why it makes no sense, in a sentence; `null` if it does.
  public @Nullable String problem() {
    if (!from.isBefore(until)) {
      return "The period ends before it begins: it must begin before %s.".formatted(until);
    }
    if (Duration.between(from, until).compareTo(LONGEST) > 0) {
      return "A report covers a year at most; make one for each year.";
    }
    if (kind.isOfOneUnit() && deviceId == null) {
      return "A report of the kind %s is about one unit: say which.".formatted(kind.wireName());
    }
    return facilityId.isBlank() ? "Say which facility is meant." : null;
  }

  /// The same without how it looks.
  public ReportOrder order() {
    return new ReportOrder(kind, facilityId, deviceId, from, until);
  }

  /// How long the period is.
  public Duration period() {
    return Duration.between(from, until);
  }
}
