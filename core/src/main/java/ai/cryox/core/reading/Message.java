package ai.cryox.core.reading;

import java.time.Instant;

/// Anything a device says.
public sealed interface Message permits Reading, Telemetry, DeviceStatus, DeviceAlert {
  /// The device that said it.
  String deviceId();

  /// The facility the device stands in.
  String facilityId();

  /// Event time: when it was so, by the device's own clock, in whole milliseconds.
  Instant time();
}
