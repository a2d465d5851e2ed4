package ai.cryox.core.alarm;

import static ai.cryox.core.alarm.AlarmState.ACKNOWLEDGED;
import static ai.cryox.core.alarm.AlarmState.LATCHED;
import static ai.cryox.core.alarm.AlarmState.LATCHED_UNACKNOWLEDGED;
import static ai.cryox.core.alarm.AlarmState.NORMAL;
import static ai.cryox.core.alarm.AlarmState.OUT_OF_SERVICE;
import static ai.cryox.core.alarm.AlarmState.RETURNED;
import static ai.cryox.core.alarm.AlarmState.SHELVED;
import static ai.cryox.core.alarm.AlarmState.SUPPRESSED;
import static ai.cryox.core.alarm.AlarmState.UNACKNOWLEDGED;

/// The one table by which alarms move (ISA-18.2 / IEC 62682), for every state and event. Pure.
///
/// What is held goes on being moved beneath by its condition, so that leaving the hold finds it
/// where it belongs.
public final class AlarmRules {
  private AlarmRules() {}

  /// Where an alarm goes.
  ///
  /// @param to what it is next; the same where the event changes nothing
  /// @param announced whether people must be told (again)
  /// @param newOccurrence whether the condition came (back)
  public record Step(AlarmLife to, boolean announced, boolean newOccurrence) {}

  /// The next step, for every state and event.
  public static Step next(AlarmLife life, AlarmEvent event) {
    return switch (life.state()) {
      case SHELVED, SUPPRESSED, OUT_OF_SERVICE -> held(life, event);
      default -> plain(life, event);
    };
  }

  private static Step plain(AlarmLife life, AlarmEvent event) {
    return switch (event) {
      case VIOLATED, ROSE, WENT_BACK -> process(life, event);
      case ACKNOWLEDGE -> quietly(life.in(acknowledged(life)));
      case RESET -> quietly(life.state() == LATCHED ? life.in(NORMAL) : life);
      case SHELVE -> quietly(life.held(SHELVED));
      case SUPPRESS -> quietly(life.held(SUPPRESSED));
      case TAKE_OUT_OF_SERVICE -> quietly(life.held(OUT_OF_SERVICE));
      case UNSHELVE, SHELF_ENDED, UNSUPPRESS, RETURN_TO_SERVICE -> quietly(life);
    };
  }

  private static AlarmState acknowledged(AlarmLife life) {
    return switch (life.state()) {
      case UNACKNOWLEDGED -> ACKNOWLEDGED;
      case RETURNED -> NORMAL;
      case LATCHED_UNACKNOWLEDGED -> LATCHED;
      default -> life.state();
    };
  }

  private static Step process(AlarmLife life, AlarmEvent event) {
    AlarmState from = life.beneath();
    if (event == AlarmEvent.WENT_BACK) {
      return quietly(life.in(returned(from, life.latching())));
    }
    return switch (from) {
      case UNACKNOWLEDGED -> new Step(life, event == AlarmEvent.ROSE, false);
      case ACKNOWLEDGED ->
          event == AlarmEvent.ROSE ? new Step(life.in(UNACKNOWLEDGED), true, false) : quietly(life);
      default -> new Step(life.in(UNACKNOWLEDGED), true, true);
    };
  }

  private static AlarmState returned(AlarmState from, boolean latching) {
    return switch (from) {
      case UNACKNOWLEDGED -> latching ? LATCHED_UNACKNOWLEDGED : RETURNED;
      case ACKNOWLEDGED -> latching ? LATCHED : NORMAL;
      default -> from;
    };
  }

  private static Step held(AlarmLife life, AlarmEvent event) {
    if (event.isProcess()) {
      Step beneath = process(life.in(life.beneath()), event);
      return new Step(life.over(beneath.to().state()), false, beneath.newOccurrence());
    }
    return switch (life.state()) {
      case SHELVED -> shelved(life, event);
      case SUPPRESSED ->
          switch (event) {
            case UNSUPPRESS -> leave(life, UNACKNOWLEDGED);
            case TAKE_OUT_OF_SERVICE -> quietly(life.held(OUT_OF_SERVICE));
            default -> quietly(life);
          };
      default ->
          event == AlarmEvent.RETURN_TO_SERVICE ? leave(life, UNACKNOWLEDGED) : quietly(life);
    };
  }

  /// Whoever takes an alarm from the shelf has seen it; nobody saw it if its time just ran out.
  private static Step shelved(AlarmLife life, AlarmEvent event) {
    return switch (event) {
      case UNSHELVE -> leave(life, ACKNOWLEDGED);
      case SHELF_ENDED -> leave(life, UNACKNOWLEDGED);
      case TAKE_OUT_OF_SERVICE -> quietly(life.held(OUT_OF_SERVICE));
      default -> quietly(life);
    };
  }

  private static Step leave(AlarmLife life, AlarmState whenAbnormal) {
    if (life.isConditionPresent()) {
      return new Step(life.in(whenAbnormal), whenAbnormal == UNACKNOWLEDGED, false);
    }
    return quietly(life.in(life.beneath().isLatched() ? life.beneath() : NORMAL));
  }

  private static Step quietly(AlarmLife to) {
    return new Step(to, false, false);
  }
}
