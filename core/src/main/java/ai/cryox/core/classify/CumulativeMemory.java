package ai.cryox.core.classify;

import java.time.Duration;

/// What the classifier remembers of one cumulative budget.
///
/// @param spent event time beyond the limit so far
/// @param beyond whether the newest reading was beyond it
public record CumulativeMemory(Duration spent, boolean beyond) {
  /// Nothing spent.
  public static final CumulativeMemory UNSPENT = new CumulativeMemory(Duration.ZERO, false);

  /// A longer silence than this is no proof of anything and is not counted.
  static final Duration LONGEST_STEP = Duration.ofMinutes(15);

  CumulativeMemory after(CumulativeLimit limit, Duration step, double temperature) {
    boolean now = limit.isBeyond(temperature);
    boolean counts = beyond && now && step.compareTo(LONGEST_STEP) <= 0;
    return new CumulativeMemory(counts ? spent.plus(step) : spent, now);
  }
}
