package ai.cryox.core.classify;

import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.excursion.Excursion;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A stretch of readings beyond a limit while it lasts: an excursion once its limit counts as
/// violated, and nothing at all if it ends before.
///
/// @param severity the worst limit violated, or `null` as long as none counts as violated
/// @param limit the value of that limit; NaN as long as there is none
/// @param profileId the profile that held when it began
/// @param cold whether smaller values are the worse ones
/// @param start of the first reading beyond
/// @param latest of the newest reading beyond
/// @param peak the worst value
/// @param peakAt when that was
/// @param beyond time between readings beyond that follow each other without a gap
/// @param readings beyond the limit
/// @param gaps how often readings failed to come
/// @param missing the length of all gaps together
/// @param historic whether all of it came late
/// @param outside whether the newest reading of all was beyond
public record Spell(
    @Nullable Severity severity,
    double limit,
    String profileId,
    boolean cold,
    Instant start,
    Instant latest,
    double peak,
    Instant peakAt,
    Duration beyond,
    int readings,
    int gaps,
    Duration missing,
    boolean historic,
    boolean outside) {

  /// Whether it is an excursion by now.
  public boolean counts() {
    return severity != null;
  }

  static Spell begin(String profileId, boolean cold, Instant time, double value, boolean late) {
    return new Spell(
        null,
        Double.NaN,
        profileId,
        cold,
        time,
        time,
        value,
        time,
        Duration.ZERO,
        1,
        0,
        Duration.ZERO,
        late,
        true);
  }

  /// After one more reading beyond.
  Spell further(Instant time, double value, boolean late, Duration step, boolean gap) {
    boolean worse = cold ? value < peak : value > peak;
    return new Spell(
        severity,
        limit,
        profileId,
        cold,
        start,
        time,
        worse ? value : peak,
        worse ? time : peakAt,
        outside && !gap ? beyond.plus(step) : beyond,
        readings + 1,
        gaps + (gap ? 1 : 0),
        gap ? missing.plus(step) : missing,
        historic && late,
        true);
  }

  /// After a reading that is not beyond any more, but does not end it yet.
  Spell inside(Duration step, boolean gap) {
    return new Spell(
        severity,
        limit,
        profileId,
        cold,
        start,
        latest,
        peak,
        peakAt,
        beyond,
        readings,
        gaps + (gap ? 1 : 0),
        gap ? missing.plus(step) : missing,
        historic,
        false);
  }

  /// With a limit that counts as violated now.
  Spell violating(Severity now, double value) {
    if (severity != null && severity.compareTo(now) >= 0) {
      return this;
    }
    return new Spell(
        now, value, profileId, cold, start, latest, peak, peakAt, beyond, readings, gaps, missing,
        historic, outside);
  }

  /// The excursion that it is.
  ///
  /// @param end `null` while it lasts
  Excursion excursion(
      String deviceId, String facilityId, Condition condition, @Nullable Instant end) {
    return new Excursion(
        deviceId,
        facilityId,
        condition,
        severity == null ? Severity.WARNING : severity,
        limit,
        profileId,
        start,
        end,
        latest,
        peak,
        peakAt,
        beyond,
        readings,
        gaps,
        missing,
        historic);
  }
}
