package ai.cryox.backend.api;

import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveFeed;
import java.util.List;

/// The devices that a path may name.
final class KnownDevices {
  private final LiveFeed live;

  KnownDevices(LiveFeed live) {
    this.live = live;
  }

  /// All of them, by facility, zone and name.
  List<DeviceLive> all() {
    return live.latest().devices();
  }

  /// Refuses a facility of which not one device is known.
  void requireFacility(String facilityId) {
    if (all().stream().noneMatch(known -> known.device().facilityId().equals(facilityId))) {
      throw ProblemException.notFound(
          "No device of a facility '%s' is known here.".formatted(facilityId));
    }
  }

  /// The device, if it stands in this facility.
  DeviceLive require(String facilityId, String deviceId) {
    return live.latest()
        .device(deviceId)
        .filter(known -> known.device().facilityId().equals(facilityId))
        .orElseThrow(() ->
            ProblemException.notFound(
                "No device '%s' is known in facility '%s'.".formatted(deviceId, facilityId)));
  }
}
