package ai.cryox.core.compliance;

import java.time.Duration;
import java.time.Instant;

/// A stretch of time, from ≤ time < until.
public record Stretch(Instant from, Instant until) {
  /// Whether both share a moment.
  public boolean meets(Instant start, Instant end) {
    return from.isBefore(end) && until.isAfter(start);
  }

  /// How long it is.
  public Duration length() {
    return Duration.between(from, until);
  }
}
