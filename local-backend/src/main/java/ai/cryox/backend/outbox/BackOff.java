package ai.cryox.backend.outbox;

import java.time.Duration;

/// When to try again, and when to give up: waits that double from five seconds to five minutes,
/// about ten minutes in all.
final class BackOff {
  /// Attempts in all.
  static final int MOST_ATTEMPTS = 8;

  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private BackOff() {}

  /// How long to wait after so many attempts.
  static Duration after(int attempts) {
    Duration wait = FIRST.multipliedBy(1L << Math.clamp(attempts - 1, 0, 10));
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
