package ai.cryox.core.alarm;

/// Where an alarm is in its life (ISA-18.2 / IEC 62682, figure of the alarm state model).
///
/// | state | condition present | seen by somebody |
/// |---|---|---|
/// | NORMAL | no | – |
/// | UNACKNOWLEDGED | yes | no |
/// | ACKNOWLEDGED | yes | yes |
/// | RETURNED | no | no |
public enum AlarmState {
  /// A: nothing wrong, nothing owed.
  NORMAL,
  /// B: wrong, and nobody has said that they saw it.
  UNACKNOWLEDGED,
  /// C: wrong, and somebody is on it.
  ACKNOWLEDGED,
  /// D: right again, but nobody has said that they saw it.
  RETURNED;

  /// Whether it still belongs on the list of active alarms.
  public boolean isActive() {
    return this != NORMAL;
  }

  /// Whether somebody still has to acknowledge it.
  public boolean needsAcknowledgement() {
    return this == UNACKNOWLEDGED || this == RETURNED;
  }

  /// Whether the condition is present.
  public boolean isAbnormal() {
    return this == UNACKNOWLEDGED || this == ACKNOWLEDGED;
  }
}
