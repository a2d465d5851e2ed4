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
  ACKNOWLEDGE,
  /// Somebody resets an alarm that latched.
  RESET,
  /// Somebody puts it aside for a while.
  SHELVE,
  /// Somebody takes it from the shelf.
  UNSHELVE,
  /// Its time on the shelf ran out.
  SHELF_ENDED,
  /// Another alarm began that explains it.
  SUPPRESS,
  /// What explained it is over.
  UNSUPPRESS,
  /// Somebody takes it out of service.
  TAKE_OUT_OF_SERVICE,
  /// Somebody puts it back in service.
  RETURN_TO_SERVICE;

  /// Whether it comes from the process and not from people or deadlines.
  boolean isProcess() {
    return this == VIOLATED || this == ROSE || this == WENT_BACK;
  }
}
