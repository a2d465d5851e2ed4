package ai.cryox.app.alarms;

import ai.cryox.core.alarm.Alarm;
import javafx.scene.input.KeyCode;

/// One thing that people do to alarms. Needs no toolkit.
enum Deed {
  /// Say that they saw it.
  ACKNOWLEDGE(KeyCode.A),
  /// Say that they saw it, and something to it.
  COMMENT(KeyCode.C),
  /// Reset what latched.
  RESET(KeyCode.R),
  /// Take it from the shelf.
  UNSHELVE(KeyCode.U),
  /// Put it back in service.
  RETURN_TO_SERVICE(KeyCode.B),
  /// Put it on the shelf.
  SHELVE(KeyCode.S),
  /// Take it out of service.
  TAKE_OUT_OF_SERVICE(KeyCode.O);

  private final KeyCode key;

  Deed(KeyCode key) {
    this.key = key;
  }

  /// The key that does it.
  KeyCode key() {
    return key;
  }

  /// Whether it can be done to this alarm.
  boolean fits(Alarm alarm) {
    return switch (this) {
      case ACKNOWLEDGE, COMMENT -> alarm.state().needsAcknowledgement();
      case RESET -> alarm.state().needsReset();
      case UNSHELVE -> Segment.SHELVED.holds(alarm);
      case RETURN_TO_SERVICE -> Segment.OUT_OF_SERVICE.holds(alarm);
      case SHELVE -> Segment.ACTIVE.holds(alarm) || Segment.SHELVED.holds(alarm);
      case TAKE_OUT_OF_SERVICE -> alarm.state().isActive() && !Segment.OUT_OF_SERVICE.holds(alarm);
    };
  }

  /// Whether it is offered in this part of the list.
  boolean isIn(Segment segment) {
    return switch (this) {
      case ACKNOWLEDGE, COMMENT, RESET -> segment == Segment.ACTIVE;
      case UNSHELVE -> segment == Segment.SHELVED;
      case RETURN_TO_SERVICE -> segment == Segment.OUT_OF_SERVICE;
      case SHELVE -> segment == Segment.ACTIVE || segment == Segment.SHELVED;
      case TAKE_OUT_OF_SERVICE ->
          segment == Segment.ACTIVE || segment == Segment.SHELVED || segment == Segment.SUPPRESSED;
    };
  }
}
