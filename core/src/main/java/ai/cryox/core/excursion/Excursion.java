package ai.cryox.core.excursion;

import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One stretch of event time in which one of a device's limits counted as violated: one record,
/// across midnight, across restarts, and whatever people did with its alarm meanwhile.
///
/// It begins with the first reading beyond the limit, not when the on-delay has run out, and ends
/// with the first reading past the deadband; what returns before its on-delay is none. Limit and
/// peak are measured in {@link Condition#unit}.
///
/// @param condition HIGH, LOW, CUMULATIVE or RATE
/// @param severity the worst limit violated
/// @param limit the value of that limit
/// @param profileId the storage profile that held when it began
/// @param start of the first reading beyond
/// @param end of the first reading back in range, or `null` while it lasts
/// @param latest of the newest reading beyond
/// @param peak the worst value
/// @param peakAt when that was
/// @param beyond time spent beyond the limit: between readings that follow each other without a gap
///   and both lie beyond it. Less than end minus start where readings are missing, or came back for
///   a moment
/// @param readings beyond the limit
/// @param gaps how often readings failed to come for longer than they may
/// @param missing the length of all gaps together
/// @param historic whether all of it came late: nobody could be alarmed
public record Excursion(
    String deviceId,
    String facilityId,
    Condition condition,
    Severity severity,
    double limit,
    String profileId,
    Instant start,
    @Nullable Instant end,
    Instant latest,
    double peak,
    Instant peakAt,
    Duration beyond,
    int readings,
    int gaps,
    Duration missing,
    boolean historic) {

  /// Unique: a device has one excursion of a condition at a time.
  public String excursionId() {
    return deviceId + "_" + condition + "_" + start.toEpochMilli();
  }

  /// Whether it lasts.
  public boolean isOpen() {
    return end == null;
  }

  /// From its start to its end, or to the newest reading beyond while it lasts.
  public Duration duration() {
    return Duration.between(start, end == null ? latest : end);
  }

  /// Whether both were at the same time, for however short.
  public boolean overlaps(Excursion other) {
    return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
  }

  private boolean startsBeforeEndOf(Excursion other) {
    Instant over = other.end();
    return over == null || start.isBefore(over);
  }
}
