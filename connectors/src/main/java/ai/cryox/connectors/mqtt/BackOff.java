package ai.cryox.connectors.mqtt;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next attempt: any time up to a limit that doubles with each failure,
/// so that many clients of one broker do not come back at the same moment. For one thread.
final class BackOff {
  private final RetryPace pace;
  private final RandomGenerator random;
  private Duration limit;

  BackOff(RetryPace pace, RandomGenerator random) {
    this.pace = pace;
    this.random = random;
    this.limit = pace.first();
  }

  /// @param connected how long the connection that was lost had lasted
  Duration afterLoss(Duration connected) {
    if (connected.compareTo(pace.healthy()) >= 0) {
      limit = pace.first();
    }
    Duration wait = Duration.ofNanos(random.nextLong(limit.toNanos() + 1));
    limit = shorter(limit.multipliedBy(2), pace.longest());
    return wait;
  }

  /// Somebody has to change something first: no hurry.
  Duration afterRefusal() {
    long half = pace.longest().toNanos() / 2;
    return Duration.ofNanos(half + random.nextLong(half + 1));
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
