package ai.cryox.backend.series;

import java.time.Duration;
import java.time.Instant;

/// A message and when it came in.
///
/// @param receivedAt by the backend's clock
public record Received<T>(T message, Instant receivedAt) {
  long delayMillis(Instant time) {
    return Duration.between(time, receivedAt).toMillis();
  }
}
