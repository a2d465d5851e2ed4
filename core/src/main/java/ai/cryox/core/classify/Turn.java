package ai.cryox.core.classify;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a reading came, seen from the one before it.
///
/// @param late whether it came too late to alarm anybody
/// @param step time since the reading before
/// @param gap whether readings are missing between the two
record Turn(Instant time, boolean late, Duration step, boolean gap) {
  /// @param last of the reading before, if there was one
  /// @param longestGap between two readings; more means that some are missing
  static Turn after(@Nullable Instant last, Instant time, boolean late, Duration longestGap) {
    Duration step = last == null ? Duration.ZERO : Duration.between(last, time);
    return new Turn(time, late, step, step.compareTo(longestGap) > 0);
  }
}
