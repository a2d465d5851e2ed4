package ai.cryox.core.compliance;

import java.time.Duration;
import java.time.Instant;

/// A stretch in which readings were due and none came: from when the first of them was due until
/// the next reading, or the period's end.
public record Gap(Instant from, Instant until, Cause cause) {
  /// Why.
  public enum Cause {
    /// The backend did not run.
    MONITORING_OFF,
    /// The way from the sensor to us was down: its gateway, or the link to another broker.
    LINK_DOWN,
    /// The sensor itself sent nothing.
    SENSOR_SILENT,
    /// Nobody knows.
    UNKNOWN
  }

  /// How long it is.
  public Duration length() {
    return Duration.between(from, until);
  }

  Gap between(Instant start, Instant end, Cause why) {
    return new Gap(start.isAfter(from) ? start : from, end.isBefore(until) ? end : until, why);
  }
}
