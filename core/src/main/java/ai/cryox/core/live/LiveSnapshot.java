package ai.cryox.core.live;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.escalation.Escalation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The state of everything at one moment. Immutable.
///
/// @param version rises with every change; equal versions are the same snapshot
/// @param at the backend's clock when it was taken
/// @param devices by facility, zone and name; a device that did not change is the same object as
///   before
/// @param alarms all active alarms: unacknowledged first, worst first, oldest first
/// @param escalations those that run: the next call first
/// @param vitals how the backend is
public record LiveSnapshot(
    long version,
    Instant at,
    List<DeviceLive> devices,
    List<Alarm> alarms,
    List<Escalation> escalations,
    Vitals vitals) {
  public LiveSnapshot {
    devices = List.copyOf(devices);
    alarms = List.copyOf(alarms);
    escalations = List.copyOf(escalations);
  }

  /// The device with this id.
  public Optional<DeviceLive> device(String deviceId) {
    return devices.stream().filter(d -> d.device().deviceId().equals(deviceId)).findFirst();
  }
}
