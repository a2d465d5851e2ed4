package ai.cryox.core.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which report somebody wants made by itself, again and again, and who gets it by mail.
///
/// @param facilityId the facility, by whose clock it is made
/// @param deviceId only about this unit, or `null` for all of the facility
/// @param personIds of the call-out plan; may be nobody
public record ScheduleOrder(
    ReportKind kind,
    String facilityId,
    @Nullable String deviceId,
    ReportTiming timing,
    List<String> personIds) {
  /// More people are no recipients but a list of mail addresses.
  public static final int MOST_PEOPLE = 20;

  public ScheduleOrder {
    personIds = List.copyOf(personIds);
  }

  /// The report of one period.
  public ReportOrder order(ReportTiming.Span span) {
    return new ReportOrder(kind, facilityId, deviceId, span.from(), span.until());
  }

  /// Why it makes no sense, in a sentence; `null` if it does. Whether the people are known is not
  /// asked here.
  public @Nullable String problem() {
    if (facilityId.isBlank()) {
      return "Say which facility is meant.";
    }
    if (kind.isOfOneUnit() && deviceId == null) {
      return "A report of the kind %s is about one unit: say which.".formatted(kind.wireName());
    }
    if (personIds.size() > MOST_PEOPLE
        || personIds.stream().distinct().count() < personIds.size()) {
      return "A report is mailed to at most %d people, each once.".formatted(MOST_PEOPLE);
    }
    return timing.problem();
  }
}
