package ai.cryox.backend.api;

import ai.cryox.core.live.DeviceLive;
import io.javalin.http.Context;
import java.util.List;

/// The devices that a path may name: those that the caller may see.
final class KnownDevices {
  private final Callers callers;

  KnownDevices(Callers callers) {
    this.callers = callers;
  }

  /// All of them, by facility, zone and name.
  List<DeviceLive> all(Context ctx) {
    return callers.of(ctx).live().latest().devices();
  }

  /// Refuses a facility of which not one device is known.
  void requireFacility(Context ctx, String facilityId) {
    if (all(ctx).stream().noneMatch(known -> known.device().facilityId().equals(facilityId))) {
      throw ProblemException.notFound(
          "No device of a facility '%s' is known here.".formatted(facilityId));
    }
  }

  /// The device, if it stands in this facility.
  DeviceLive require(Context ctx, String facilityId, String deviceId) {
    return callers
        .of(ctx)
        .live()
        .latest()
        .device(deviceId)
        .filter(known -> known.device().facilityId().equals(facilityId))
        .orElseThrow(() ->
            ProblemException.notFound(
                "No device '%s' is known in facility '%s'.".formatted(deviceId, facilityId)));
  }
}
