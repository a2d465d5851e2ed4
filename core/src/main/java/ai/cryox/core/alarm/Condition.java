package ai.cryox.core.alarm;

/// What can be wrong with a device or with the system itself. There is one alarm for each device
/// (or part of the system) and condition, so that acknowledging one never hides another.
public enum Condition {
  /// Too warm, °C; severity rises and falls with the limit violated.
  HIGH(Unit.CELSIUS),
  /// Too cold, °C.
  LOW(Unit.CELSIUS),
  /// The temperature changes faster than allowed, °C a minute.
  RATE(Unit.CELSIUS_PER_MINUTE),
  /// The time allowed beyond a temperature is used up, °C.
  CUMULATIVE(Unit.CELSIUS),
  /// Nothing came for three sampling periods.
  SILENT(Unit.NONE),
  /// The device's battery runs out, percent left.
  BATTERY(Unit.PERCENT),
  /// The device's radio link is weak, dBm.
  SIGNAL(Unit.DBM),
  /// The device says that it is not well, or sends values that cannot be.
  SENSOR_FAULT(Unit.NONE),
  /// The device or an analysis holds its values for unusual, °C.
  ANOMALY(Unit.CELSIUS),
  /// The device itself raised an alert.
  DEVICE_REPORTED(Unit.NONE),
  /// Its calibration has run out or soon will.
  CALIBRATION_DUE(Unit.NONE),
  /// A link to another system, or a gateway with devices behind it, is down.
  LINK_DOWN(Unit.NONE),
  /// Nothing can be stored.
  STORE(Unit.NONE),
  /// A device's clock is wrong, or the backend's own clock jumped.
  CLOCK(Unit.NONE),
  /// Records were changed from outside.
  TAMPER(Unit.NONE),
  /// Somebody could not be told of an alarm.
  NOTIFY_FAILED(Unit.NONE),
  /// Somebody tried to sign in too often.
  SIGN_IN(Unit.NONE),
  /// A report that is made by itself could not be made.
  REPORT_FAILED(Unit.NONE);

  /// What an alarm's value, limit and peak are measured in.
  public enum Unit {
    /// They have none; they are NaN.
    NONE,
    /// Degrees Celsius.
    CELSIUS,
    /// Degrees Celsius a minute.
    CELSIUS_PER_MINUTE,
    /// Percent.
    PERCENT,
    /// Decibels to one milliwatt.
    DBM
  }

  private final Unit unit;

  Condition(Unit unit) {
    this.unit = unit;
  }

  /// What value, limit and peak are measured in.
  public Unit unit() {
    return unit;
  }

  /// Whether a smaller value is the worse one.
  public boolean isWorseBelow() {
    return this == LOW || this == BATTERY || this == SIGNAL;
  }

  /// Whether it is watched by a value of its own and not just there or gone.
  boolean hasWatchedValue() {
    return this == BATTERY || this == SIGNAL;
  }
}
