package ai.cryox.backend.alarm;

import ai.cryox.core.alarm.AlarmEvent;
import java.time.Instant;

/// What happens to an alarm, and why.
///
/// @param event what happens
/// @param time event time of the reading behind it, or when it was due; the backend's clock where
///   neither is
/// @param actor who does it; empty for the backend itself
/// @param comment what they say; may be empty
record Cause(AlarmEvent event, Instant time, String actor, String comment) {
  /// The backend itself does it.
  static Cause of(AlarmEvent event, Instant time) {
    return new Cause(event, time, "", "");
  }
}
