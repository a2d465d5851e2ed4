package ai.cryox.connectors.mqtt;

import java.time.Duration;

/// How fast a lost link is tried again.
///
/// @param first the longest wait after the first failure; it doubles with each further one
/// @param longest the longest wait of all, and the wait after a refusal
/// @param healthy a connection that lasted so long counts as sound: the next failure is a first one
public record RetryPace(Duration first, Duration longest, Duration healthy) {
  /// From a second to a minute.
  public static final RetryPace USUAL =
      new RetryPace(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(1));
}
