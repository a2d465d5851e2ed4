package ai.cryox.backend;

import java.time.Duration;

/// Turns the pipeline of a backend that nobody started.
final class Turning {
  private static final Duration LITTLE = Duration.ofMillis(2);

  private Turning() {}

  /// One turn over what waits.
  static void once(LocalBackend backend) {
    turn(backend, Duration.ZERO);
  }

  /// One turn over what comes within a little while: whoever asks the backend meanwhile needs the
  /// processor too, and is waited for only so long.
  static void patiently(LocalBackend backend) {
    turn(backend, LITTLE);
  }

  private static void turn(LocalBackend backend, Duration longest) {
    try {
      backend.agent().turn(longest);
    } catch (InterruptedException stop) {
      throw new AssertionError(stop);
    }
  }
}
