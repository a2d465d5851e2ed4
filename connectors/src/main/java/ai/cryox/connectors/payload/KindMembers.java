package ai.cryox.connectors.payload;

import ai.cryox.core.routing.MessageKind;
import org.jspecify.annotations.Nullable;

/// By which members a kind of message is known.
final class KindMembers {
  /// What to say where none of them is there.
  static final String NOTHING_TELLS =
      "Nothing tells what kind of message this is: a reading has temperature, an alert has"
          + " alertId or severity and message, telemetry has powerConsumption,"
          + " coolingEfficiency, doorOpen or compressorOn, a device's status has status.";

  private KindMembers() {}

  /// Whether the object has something of what this kind is known by: enough where a route says that
  /// it is of this kind.
  static boolean areIn(Members members, MessageKind kind) {
    return switch (kind) {
      case READING -> members.has("temperature");
      case ALERT -> members.has("alertId") || members.has("severity");
      case TELEMETRY ->
          members.has("powerConsumption")
              || members.has("coolingEfficiency")
              || members.has("doorOpen")
              || members.has("compressorOn");
      case STATUS -> members.has("status");
    };
  }

  /// The kind that the members tell; of several the first in this order. `null` if they tell none.
  static @Nullable MessageKind told(Members members) {
    if (areIn(members, MessageKind.READING)) {
      return MessageKind.READING;
    }
    if (members.has("alertId") || (members.has("severity") && members.has("message"))) {
      return MessageKind.ALERT;
    }
    if (areIn(members, MessageKind.TELEMETRY)) {
      return MessageKind.TELEMETRY;
    }
    return areIn(members, MessageKind.STATUS) ? MessageKind.STATUS : null;
  }
}
