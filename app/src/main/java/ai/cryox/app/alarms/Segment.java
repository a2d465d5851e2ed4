package ai.cryox.app.alarms;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmState;
import javafx.scene.input.KeyCode;

/// The parts of the alarm list.
enum Segment {
  /// What people must work off.
  ACTIVE(KeyCode.DIGIT1),
  /// Put aside by a person for a while.
  SHELVED(KeyCode.DIGIT2),
  /// Put aside by design.
  SUPPRESSED(KeyCode.DIGIT3),
  /// Put aside by a person until put back.
  OUT_OF_SERVICE(KeyCode.DIGIT4),
  /// All alarms there ever were, newest first.
  HISTORY(KeyCode.DIGIT5);

  private final KeyCode key;

  Segment(KeyCode key) {
    this.key = key;
  }

  /// The key that leads there.
  KeyCode key() {
    return key;
  }

  /// Where an alarm that is not normal stands.
  static Segment of(Alarm alarm) {
    return switch (alarm.state()) {
      case SHELVED -> SHELVED;
      case SUPPRESSED -> SUPPRESSED;
      case OUT_OF_SERVICE -> OUT_OF_SERVICE;
      default -> ACTIVE;
    };
  }

  /// Whether the list shows what is, and not what was.
  boolean isLive() {
    return this != HISTORY;
  }

  /// Whether this part may hold an alarm that is still active.
  boolean holds(Alarm alarm) {
    return alarm.state() != AlarmState.NORMAL && of(alarm) == this;
  }
}
