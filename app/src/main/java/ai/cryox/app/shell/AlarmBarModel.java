package ai.cryox.app.shell;

import ai.cryox.app.screen.AlarmWords;
import ai.cryox.app.text.Units;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveSnapshot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the alarm bar says at one moment. Pure.
///
/// @param critical conditions present that are critical
/// @param warning conditions present that are a warning
/// @param silent devices that say nothing
/// @param unacknowledged alarms that somebody still has to acknowledge
/// @param worst the one to acknowledge first, the worst and of those the oldest; or `null`
/// @param headline its device and value
/// @param sentence what is wrong there, or that all is acknowledged
record AlarmBarModel(
    int critical,
    int warning,
    int silent,
    int unacknowledged,
    @Nullable Alarm worst,
    String headline,
    String sentence) {
  /// Reads it from a snapshot.
  static AlarmBarModel of(LiveSnapshot snapshot, Instant now, Units units) {
    int critical = 0;
    int warning = 0;
    int silent = 0;
    int unacknowledged = 0;
    Alarm worst = null;
    for (Alarm alarm : snapshot.alarms()) {
      if (alarm.state().needsAcknowledgement()) {
        unacknowledged++;
        worst = worst == null || isWorse(alarm, worst) ? alarm : worst;
      }
      if (!alarm.state().isAbnormal()) {
        continue;
      }
      if (alarm.condition() == Condition.SILENT) {
        silent++;
      } else if (alarm.severity() == Severity.CRITICAL) {
        critical++;
      } else {
        warning++;
      }
    }
    return new AlarmBarModel(
        critical,
        warning,
        silent,
        unacknowledged,
        worst,
        worst == null ? "" : headline(snapshot, worst, units),
        worst == null
            ? calm(critical + warning + silent, units)
            : new AlarmWords(units).sentence(worst, now));
  }

  private static boolean isWorse(Alarm one, Alarm other) {
    if (one.state().isAbnormal() != other.state().isAbnormal()) {
      return one.state().isAbnormal();
    }
    if (one.severity() != other.severity()) {
      return one.severity().compareTo(other.severity()) > 0;
    }
    return one.raisedReceivedAt().isBefore(other.raisedReceivedAt());
  }

  private static String headline(LiveSnapshot snapshot, Alarm alarm, Units units) {
    DeviceLive live = snapshot.device(alarm.deviceId()).orElse(null);
    if (live == null) {
      return alarm.deviceId();
    }
    var newest = live.newest();
    boolean aboutValue = alarm.condition() != Condition.SILENT;
    return newest == null || !aboutValue
        ? live.device().name()
        : live.device().name() + " · " + units.temperature(newest.reading().temperature());
  }

  private static String calm(int present, Units units) {
    return units.messages().text(present == 0 ? "bar.calm" : "bar.allAcknowledged");
  }
}
