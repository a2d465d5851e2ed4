package ai.cryox.core.health;

/// What the health of an alarm system is measured by. Sources: EEMUA 191; ANSI/ISA-18.2, clause 16.
public enum Measure {
  /// Calls in ten minutes, on average: 1 is the goal, 2 can be managed.
  PER_TEN_MINUTES(1, 2),
  /// Calls in an hour, on average: 6 is the goal, 12 can be managed.
  PER_HOUR(6, 12),
  /// Calls in a day, on average: 150 is the goal, 300 can be managed.
  PER_DAY(150, 300),
  /// Most calls in any ten minutes: 10 would be a flood.
  PEAK(5, 9),
  /// Part of the time that was flood, percent.
  FLOOD_TIME(1, 5),
  /// Alarms that chatter: none is the goal.
  CHATTERING(0, 2),
  /// Alarms active for more than 24 hours: fewer than five.
  STALE(4, 9),
  /// The greatest source's part of all calls, percent: below five. Judged only once there were
  /// twenty calls; of fewer each one is five percent.
  TOP_SOURCE(5, 20),
  /// Critical ones among all calls, percent: about five is the goal. Judged as {@link #TOP_SOURCE}.
  CRITICAL_SHARE(5, 20);

  private final double goal;
  private final double acceptable;

  Measure(double goal, double acceptable) {
    this.goal = goal;
    this.acceptable = acceptable;
  }

  /// No more than this is good.
  public double goal() {
    return goal;
  }

  /// No more than this can be managed.
  public double acceptable() {
    return acceptable;
  }
}
