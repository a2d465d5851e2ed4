package ai.cryox.core.alarm;

/// The one table by which alarms move: the non-latching column of ISA-18.2.
public final class AlarmRules {
  private AlarmRules() {}

  /// Where an alarm goes.
  ///
  /// @param to the next state; the same where the event changes nothing
  /// @param announced whether people must be told (again)
  /// @param newOccurrence whether the condition came back before anybody saw that it had gone
  public record Step(AlarmState to, boolean announced, boolean newOccurrence) {
    static Step quietly(AlarmState to) {
      return new Step(to, false, false);
    }
  }

  /// The next step, for every state and event.
  public static Step next(AlarmState state, AlarmEvent event) {
    return switch (state) {
      case NORMAL ->
          switch (event) {
            case VIOLATED, ROSE -> new Step(AlarmState.UNACKNOWLEDGED, true, true);
            case WENT_BACK, ACKNOWLEDGE -> Step.quietly(state);
          };
      case UNACKNOWLEDGED ->
          switch (event) {
            case VIOLATED -> Step.quietly(state);
            case ROSE -> new Step(state, true, false);
            case WENT_BACK -> Step.quietly(AlarmState.RETURNED);
            case ACKNOWLEDGE -> Step.quietly(AlarmState.ACKNOWLEDGED);
          };
      case ACKNOWLEDGED ->
          switch (event) {
            case VIOLATED, ACKNOWLEDGE -> Step.quietly(state);
            case ROSE -> new Step(AlarmState.UNACKNOWLEDGED, true, false);
            case WENT_BACK -> Step.quietly(AlarmState.NORMAL);
          };
      case RETURNED ->
          switch (event) {
            case VIOLATED, ROSE -> new Step(AlarmState.UNACKNOWLEDGED, true, true);
            case WENT_BACK -> Step.quietly(state);
            case ACKNOWLEDGE -> Step.quietly(AlarmState.NORMAL);
          };
    };
  }
}
