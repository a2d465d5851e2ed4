package ai.cryox.connectors.cloud;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that a test moves, from one thread.
final class MovedClock implements InstantSource {
  static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

  private volatile Instant now = START;

  @Override
  public Instant instant() {
    return now;
  }

  void move(Duration by) {
    now = now.plus(by);
  }
}
