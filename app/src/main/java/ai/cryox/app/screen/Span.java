package ai.cryox.app.screen;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far back a list goes.
public enum Span {
  /// A day.
  DAY(Duration.ofDays(1)),
  /// A week.
  WEEK(Duration.ofDays(7)),
  /// A month.
  MONTH(Duration.ofDays(30)),
  /// As long as anything was recorded.
  ALWAYS(null);

  private final @Nullable Duration length;

  Span(@Nullable Duration length) {
    this.length = length;
  }

  /// The first moment that belongs to it.
  public Instant from(Instant now) {
    return length == null ? Instant.EPOCH : now.minus(length);
  }
}
