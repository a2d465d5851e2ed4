package ai.cryox.core.classify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the classifier remembers of one limit.
///
/// @param violated whether its on-delay has run out and its off-delay has not
/// @param since event time from which the other state has been pending, or `null` if none is: the
///   stored instant from which a delay is counted
public record LimitMemory(boolean violated, @Nullable Instant since) {
  /// In range, nothing pending.
  public static final LimitMemory CLEAR = new LimitMemory(false, null);

  LimitMemory after(Limit limit, Side side, Instant time, double temperature) {
    boolean changing =
        violated ? limit.isClear(side, temperature) : limit.isBeyond(side, temperature);
    if (!changing) {
      return since == null ? this : new LimitMemory(violated, null);
    }
    Instant start = since == null ? time : since;
    Instant due = start.plus(violated ? limit.offDelay() : limit.onDelay());
    if (!time.isBefore(due)) {
      return new LimitMemory(!violated, null);
    }
    return since == null ? new LimitMemory(violated, start) : this;
  }
}
