package ai.cryox.core.whatif;

import ai.cryox.core.excursion.Excursion;
import java.time.Duration;
import java.util.List;

/// What the replay found. One excursion would have been one alarm.
///
/// @param devices those that have readings in the period, by id
/// @param readings replayed
public record WhatIfAnswer(List<OfDevice> devices, long readings) {
  public WhatIfAnswer {
    devices = List.copyOf(devices);
  }

  /// What the replay found of one device.
  ///
  /// @param raisedNow with the limits that hold now
  /// @param raisedThen with the limits as they would be
  /// @param fresh of those raised then, the ones at whose time nothing of the condition is raised
  ///   now
  /// @param missed of those raised now, the ones at whose time nothing of the condition would be
  ///   raised then
  /// @param beyondNow time beyond limits, of those raised now
  /// @param beyondThen time beyond limits, of those raised then
  public record OfDevice(
      String deviceId,
      int raisedNow,
      int raisedThen,
      List<Excursion> fresh,
      List<Excursion> missed,
      Duration beyondNow,
      Duration beyondThen) {
    public OfDevice {
      fresh = List.copyOf(fresh);
      missed = List.copyOf(missed);
    }
  }

  /// Alarms with the limits that hold now.
  public int raisedNow() {
    return devices.stream().mapToInt(OfDevice::raisedNow).sum();
  }

  /// Alarms with the limits as they would be.
  public int raisedThen() {
    return devices.stream().mapToInt(OfDevice::raisedThen).sum();
  }

  /// Alarms that only the limits as they would be raise.
  public int fresh() {
    return devices.stream().mapToInt(device -> device.fresh().size()).sum();
  }

  /// Alarms that only the limits that hold now raise.
  public int missed() {
    return devices.stream().mapToInt(device -> device.missed().size()).sum();
  }

  /// Time beyond the limits that hold now.
  public Duration beyondNow() {
    return devices.stream().map(OfDevice::beyondNow).reduce(Duration.ZERO, Duration::plus);
  }

  /// Time beyond the limits as they would be.
  public Duration beyondThen() {
    return devices.stream().map(OfDevice::beyondThen).reduce(Duration.ZERO, Duration::plus);
  }
}
