package ai.cryox.core.alarm;

/// What can be wrong with a device. There is one alarm for each device and condition, so that
/// acknowledging one never hides another.
public enum Condition {
  /// Too warm; severity rises and falls with the limit violated.
  HIGH,
  /// Too cold.
  LOW,
  /// The time allowed beyond a temperature is used up.
  CUMULATIVE,
  /// Nothing came for three sampling periods.
  SILENT,
  /// The device itself raised an alert.
  DEVICE_REPORTED
}
