package ai.cryox.core.alarm;

/// Where an alarm is in its life (ISA-18.2 / IEC 62682, figure of the alarm state model).
///
/// | | state | condition present | seen by somebody |
/// |---|---|---|---|
/// | A | NORMAL | no | – |
/// | B | UNACKNOWLEDGED | yes | no |
/// | C | ACKNOWLEDGED | yes | yes |
/// | D | RETURNED | no | no |
/// | E | LATCHED_UNACKNOWLEDGED | no | no, and must be reset |
/// | F | LATCHED | no | yes, and must be reset |
/// | G | SHELVED | either | put aside by a person, for a while |
/// | H | SUPPRESSED | either | put aside by design, while another alarm explains it |
/// | I | OUT_OF_SERVICE | either | put aside by a person, until put back |
public enum AlarmState {
  /// A: nothing wrong, nothing owed.
  NORMAL,
  /// B: wrong, and nobody has said that they saw it.
  UNACKNOWLEDGED,
  /// C: wrong, and somebody is on it.
  ACKNOWLEDGED,
  /// D: right again, but nobody has said that they saw it.
  RETURNED,
  /// E: right again, but nobody has said that they saw it, and somebody must reset it.
  LATCHED_UNACKNOWLEDGED,
  /// F: right again and seen; somebody must reset it.
  LATCHED,
  /// G: put aside by a person for a limited time; evaluated and recorded, not announced.
  SHELVED,
  /// H: put aside by design, because another alarm explains it; evaluated and recorded.
  SUPPRESSED,
  /// I: put aside by a person until further notice; evaluated and recorded.
  OUT_OF_SERVICE;

  /// Whether there is an alarm at all: everything but normal.
  public boolean isActive() {
    return this != NORMAL;
  }

  /// Whether it stands on the list that people must work off: active, and not put aside.
  public boolean isAnnounced() {
    return this != NORMAL && !isHeld();
  }

  /// Whether it is put aside: shelved, suppressed or out of service.
  public boolean isHeld() {
    return this == SHELVED || this == SUPPRESSED || this == OUT_OF_SERVICE;
  }

  /// Whether somebody still has to acknowledge it.
  public boolean needsAcknowledgement() {
    return this == UNACKNOWLEDGED || this == RETURNED || this == LATCHED_UNACKNOWLEDGED;
  }

  /// Whether it waits for nothing but an operator's reset.
  public boolean needsReset() {
    return this == LATCHED;
  }

  /// Whether the condition is present and the alarm is not put aside; what may be put aside asks
  /// {@link AlarmLife#isConditionPresent}.
  public boolean isAbnormal() {
    return this == UNACKNOWLEDGED || this == ACKNOWLEDGED;
  }

  /// Whether it has returned and waits for a reset.
  boolean isLatched() {
    return this == LATCHED_UNACKNOWLEDGED || this == LATCHED;
  }
}
