package ai.cryox.app.pictures;

import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands until it is moved. Any thread.
final class StagedClock implements InstantSource {
  private volatile Instant now;

  StagedClock(Instant begin) {
    now = begin;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /// Moves it, forwards only.
  void moveTo(Instant later) {
    if (later.isBefore(now)) {
      throw new IllegalArgumentException(
          "the clock cannot go back from %s to %s".formatted(now, later));
    }
    now = later;
  }
}
