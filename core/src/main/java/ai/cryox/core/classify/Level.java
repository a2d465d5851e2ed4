package ai.cryox.core.classify;

import ai.cryox.core.alarm.Severity;

/// The four places a profile has for a limit.
public enum Level {
  /// Critically cold.
  LOW_LOW(Side.LOW, Severity.CRITICAL),
  /// Cold.
  LOW(Side.LOW, Severity.WARNING),
  /// Warm.
  HIGH(Side.HIGH, Severity.WARNING),
  /// Critically warm.
  HIGH_HIGH(Side.HIGH, Severity.CRITICAL);

  private final Side side;
  private final Severity severity;

  Level(Side side, Severity severity) {
    this.side = side;
    this.severity = severity;
  }

  /// Which way out it guards.
  public Side side() {
    return side;
  }

  /// How bad it is to be beyond it.
  public Severity severity() {
    return severity;
  }
}
