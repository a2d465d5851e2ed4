package ai.cryox.core.alarm;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is remembered of one watched condition: explicit, small and storable, so that a delay
/// survives any restart.
///
/// @param violated whether its on-delay has run out and its off-delay has not
/// @param since from which time the other state has been pending, or `null` if none is: the stored
///   instant from which a delay is counted
/// @param newest time of the newest message seen, or `null` before the first; not stored
public record WatchMemory(boolean violated, @Nullable Instant since, @Nullable Instant newest) {
  /// Not there, nothing pending, nothing seen.
  public static final WatchMemory CLEAR = new WatchMemory(false, null, null);

  /// After a message that gives a value; one that is not newer changes nothing.
  public WatchMemory after(AlarmLimit limit, Condition condition, Instant time, double value) {
    boolean changing =
        violated ? limit.isClear(condition, value) : limit.isBeyond(condition, value);
    return after(limit, time, changing);
  }

  /// After a message that says whether the condition is there; one that is not newer changes
  /// nothing.
  public WatchMemory after(AlarmLimit limit, Instant time, boolean present, boolean gone) {
    return after(limit, time, violated ? gone : present);
  }

  private WatchMemory after(AlarmLimit limit, Instant time, boolean changing) {
    if (newest != null && !time.isAfter(newest)) {
      return this;
    }
    if (!changing) {
      return new WatchMemory(violated, null, time);
    }
    Instant start = since == null ? time : since;
    Instant due = start.plus(violated ? limit.offDelay() : limit.onDelay());
    return time.isBefore(due)
        ? new WatchMemory(violated, start, time)
        : new WatchMemory(!violated, null, time);
  }

  /// After the clock by which it runs was set back: nothing counts as newer, and delays begin anew.
  public WatchMemory undone() {
    return new WatchMemory(violated, null, null);
  }

  /// Whether there is nothing to remember but the newest time.
  public boolean isClear() {
    return !violated && since == null;
  }

  /// Whether the other memory decides the same from the next message on, its newest time apart.
  /// What is alike in this sense need not be stored again.
  public boolean sameDecisions(WatchMemory other) {
    return violated == other.violated && Objects.equals(since, other.since);
  }
}
