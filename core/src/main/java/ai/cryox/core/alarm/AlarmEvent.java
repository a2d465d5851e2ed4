package ai.cryox.core.alarm;

/// What can happen to an alarm.
public enum AlarmEvent {
  /// The condition is present, its on-delay run out.
  VIOLATED,
  /// A worse limit is violated than before.
  ROSE,
  /// The condition is gone, past its deadband and off-delay.
  WENT_BACK,
  /// Somebody says that they saw it.
  ACKNOWLEDGE
}
