package ai.cryox.backend.escalation;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.escalation.Callouts;

/// What an alarm is about, in names that people use.
///
/// @param name of the device, or of the part of the system
/// @param place facility and zone; may be empty
/// @param guidance what to do in the facility's own words; empty if it has none
public record Subject(Alarm alarm, String name, String place, String guidance) {
  /// Whether it is a drill.
  public static boolean isDrill(Alarm alarm) {
    return alarm.deviceId().startsWith(Callouts.DRILL);
  }

  /// The device it is about, whether in a drill or not.
  public static String deviceOf(Alarm alarm) {
    return isDrill(alarm) ? alarm.deviceId().substring(Callouts.DRILL.length()) : alarm.deviceId();
  }
}
