package ai.cryox.core.health;

/// How a figure compares with its goal.
public enum Verdict {
  /// The goal is met.
  GOOD,
  /// The goal is missed, but people can cope.
  FAIR,
  /// More than people can cope with: something must be changed.
  POOR,
  /// Too little happened to judge.
  UNKNOWN
}
