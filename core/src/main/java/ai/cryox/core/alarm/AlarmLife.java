package ai.cryox.core.alarm;

/// All that the rules need to know of an alarm: where it is, and where it would be if nobody had
/// put it aside.
///
/// @param state where it is
/// @param beneath where its condition has brought it meanwhile, if it is held; else the same as
///   `state`; never a held state
/// @param latching whether it must be reset by an operator after its condition has gone
public record AlarmLife(AlarmState state, AlarmState beneath, boolean latching) {
  public AlarmLife {
    if (beneath.isHeld() || (!state.isHeld() && state != beneath)) {
      throw new IllegalArgumentException(
          "an alarm that is %s cannot be %s beneath".formatted(state, beneath));
    }
  }

  /// An alarm that nothing has happened to yet.
  public static AlarmLife normal(boolean latching) {
    return new AlarmLife(AlarmState.NORMAL, AlarmState.NORMAL, latching);
  }

  /// The same alarm in a state that is not held.
  AlarmLife in(AlarmState plain) {
    return new AlarmLife(plain, plain, latching);
  }

  /// The same alarm put aside.
  AlarmLife held(AlarmState by) {
    return new AlarmLife(by, beneath, latching);
  }

  /// The same alarm, still put aside, that its condition has moved.
  AlarmLife over(AlarmState plain) {
    return new AlarmLife(state, plain, latching);
  }

  /// Whether the condition is present, held or not.
  public boolean isConditionPresent() {
    return beneath.isAbnormal();
  }
}
