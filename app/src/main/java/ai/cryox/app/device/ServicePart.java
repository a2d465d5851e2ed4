package ai.cryox.app.device;

import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.Condition;
import java.util.Arrays;
import java.util.List;

/// What of a sensor is taken out of service together. Needs no toolkit.
enum ServicePart {
  /// Whatever it may raise: it is being exchanged.
  EVERYTHING,
  /// What it says of the goods: the unit is empty.
  TEMPERATURE,
  /// That it says nothing: it lies in a drawer.
  SILENCE;

  /// The alarms of a device that belong to it, whether there is one now or not.
  List<AlarmKey> keys(String deviceId) {
    return Arrays.stream(Condition.values())
        .filter(this::holds)
        .map(condition -> new AlarmKey(deviceId, condition))
        .toList();
  }

  private boolean holds(Condition condition) {
    return switch (condition) {
      case HIGH, LOW, RATE, CUMULATIVE, ANOMALY -> this != SILENCE;
      case SILENT -> this != TEMPERATURE;
      case BATTERY, SIGNAL, SENSOR_FAULT, DEVICE_REPORTED, CALIBRATION_DUE, CLOCK ->
          this == EVERYTHING;
      case LINK_DOWN, STORE, TAMPER, NOTIFY_FAILED, SIGN_IN, REPORT_FAILED -> false;
    };
  }
}
