package ai.cryox.app.alarms;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmActions;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.Hold;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How what was done to alarms is taken back. What somebody has seen, they have seen: only putting
/// aside, and taking back, can be.
final class Undo {
  private Undo() {}

  /// The way back, which blocks as every change does; `null` if there is none.
  ///
  /// @param before the alarms as they were
  static @Nullable Supplier<List<Alarm>> of(
      Deed deed, List<Alarm> before, AlarmActions actions, Supplier<Instant> now) {
    List<AlarmKey> keys = before.stream().map(Alarm::key).toList();
    return switch (deed) {
      case ACKNOWLEDGE, COMMENT, RESET -> null;
      case SHELVE ->
          // Of what lay on the shelf already, the time before is known but not worth a surprise.
          before.stream().anyMatch(Segment.SHELVED::holds)
              ? null
              : () -> actions.unshelve(keys, "");
      case TAKE_OUT_OF_SERVICE ->
          before.stream().anyMatch(alarm -> alarm.state().isHeld())
              ? null
              : () -> actions.returnToService(keys, "");
      case UNSHELVE -> () -> shelve(before, actions, now.get());
      case RETURN_TO_SERVICE -> () -> outOfService(before, actions);
    };
  }

  /// For the time that was left; what has come back by itself meanwhile stays.
  private static List<Alarm> shelve(List<Alarm> before, AlarmActions actions, Instant now) {
    List<Alarm> changed = new ArrayList<>();
    for (Alarm alarm : before) {
      Hold hold = alarm.hold();
      Instant until = hold == null ? null : hold.until();
      if (hold != null && until != null && until.isAfter(now)) {
        changed.addAll(
            actions.shelve(List.of(alarm.key()), Duration.between(now, until), hold.reason()));
      }
    }
    return changed;
  }

  private static List<Alarm> outOfService(List<Alarm> before, AlarmActions actions) {
    List<Alarm> changed = new ArrayList<>();
    for (Alarm alarm : before) {
      Hold hold = alarm.hold();
      if (hold != null) {
        changed.addAll(actions.takeOutOfService(List.of(alarm.key()), hold.reason()));
      }
    }
    return changed;
  }
}
