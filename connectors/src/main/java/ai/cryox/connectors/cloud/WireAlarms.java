package ai.cryox.connectors.cloud;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmLife;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Hold;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.tree.TreeReader;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Alarms as servers write them: what the console calls an alarm the seed calls an alert.
final class WireAlarms {
  private static final TreeReader READER = TreeReader.lenient();

  private WireAlarms() {}

  /// The alarms in an array.
  static List<Alarm> read(Tree body, String name) {
    return body.trees(name).stream().map(WireAlarms::read).toList();
  }

  /// One alarm. What a bare cloud API leaves out is filled in with what follows from the rest.
  static Alarm read(Tree alert) {
    Instant at = alert.time("timestamp", Instant.EPOCH);
    Instant raisedAt = alert.time("raisedAt", at);
    Severity severity = one(Severity.class, alert, "severity", Severity.WARNING);
    AlarmState state = one(AlarmState.class, alert, "state", AlarmState.UNACKNOWLEDGED);
    AlarmState beneath = one(AlarmState.class, alert, "beneath", state);
    return new Alarm(
        alert.text("alertId", ""),
        alert.text("deviceId", ""),
        alert.text("facilityId", ""),
        one(Condition.class, alert, "condition", Condition.DEVICE_REPORTED),
        severity,
        one(Severity.class, alert, "worstSeverity", severity),
        new AlarmLife(
            state, beneath.isHeld() ? AlarmState.NORMAL : beneath, alert.truth("latching")),
        alert.number("value"),
        alert.number("limit"),
        alert.number("peak"),
        raisedAt,
        alert.time("raisedReceivedAt", raisedAt),
        alert.time("returnedAt"),
        alert.time("acknowledgedAt"),
        alert.text("acknowledgedBy"),
        alert.text("comment", ""),
        alert.text("message", ""),
        alert.has("occurrences") ? (int) alert.whole("occurrences") : 1,
        hold(alert));
  }

  private static @Nullable Hold hold(Tree alert) {
    return alert.has("hold") ? READER.read(Hold.class, alert.get("hold")) : null;
  }

  /// A word that this console knows, else what is usual: the other side may be newer.
  private static <E extends Enum<E>> E one(Class<E> type, Tree from, String name, E usual) {
    String text = from.text(name);
    if (text == null) {
      return usual;
    }
    try {
      return READER.read(type, text);
    } catch (IllegalArgumentException newer) {
      return usual;
    }
  }
}
