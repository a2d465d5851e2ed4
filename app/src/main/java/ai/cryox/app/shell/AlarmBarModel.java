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
/// @param aside alarms that are put aside, whoever or whatever did it
/// @param unacknowledged alarms that somebody still has to acknowledge
/// @param worst the one to acknowledge first, the worst and of those the oldest; or `null`
/// @param headline its device and value
/// @param sentence what is wrong there, or that all is acknowledged
/// @param next who is called next about it and in how long; may be empty
record AlarmBarModel(
    int critical,
    int warning,
    int silent,
    int aside,
    int unacknowledged,
    @Nullable Alarm worst,
    String headline,
    String sentence,
    String next) {
  /// Reads it from a snapshot.
  static AlarmBarModel of(LiveSnapshot snapshot, Instant now, Units units) {
    int critical = 0;
    int warning = 0;
    int silent = 0;
    int aside = 0;
    int unacknowledged = 0;
    Alarm worst = null;
    for (Alarm alarm : snapshot.alarms()) {
      aside += alarm.state().isHeld() ? 1 : 0;
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
        aside,
        unacknowledged,
        worst,
        worst == null ? "" : headline(snapshot, worst, units),
        worst == null
            ? calm(critical + warning + silent, units)
            : new AlarmWords(units).sentence(worst, now),
        next(snapshot, worst, now, units));
  }

  private static String next(
      LiveSnapshot snapshot, @Nullable Alarm worst, Instant now, Units units) {
    return snapshot.escalations().stream()
        .filter(one -> worst != null && one.alarmId().equals(worst.alarmId()))
        .findFirst()
        .map(one -> new AlarmWords(units).nextCall(one, now))
        .orElse("");
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
      return new AlarmWords(units).subject(alarm, null);
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
