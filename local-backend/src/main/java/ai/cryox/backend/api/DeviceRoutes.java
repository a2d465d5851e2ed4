package ai.cryox.backend.api;

import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.live.DeviceLive;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The registry: `POST …/facilities/{facilityId}/devices/{deviceId}/configure`, `GET
/// /api/v1/facilities` and `GET /api/v1/devices`.
final class DeviceRoutes {
  private final Callers callers;
  private final InstantSource clock;
  private final KnownDevices devices;

  DeviceRoutes(Callers callers, InstantSource clock, KnownDevices devices) {
    this.callers = callers;
    this.clock = clock;
    this.devices = devices;
  }

  void register(RoutesConfig routes, String prefix) {
    routes.post(prefix + "/facilities/{facilityId}/devices/{deviceId}/configure", this::configure);
  }

  void registerLists(RoutesConfig routes) {
    routes.get(ApiServer.ROOT + "/facilities", this::facilities);
    routes.get(ApiServer.ROOT + "/devices", this::list);
  }

  /// Replaces what the device is told to do. 202: the limits hold at once, the rest when the device
  /// reports that it took it over.
  private void configure(Context ctx) {
    String deviceId = ctx.pathParam("deviceId");
    devices.require(ctx, ctx.pathParam("facilityId"), deviceId);
    DeviceConfiguration wanted = RequestBody.configuration(ctx);
    String problem = wanted.problem();
    if (problem != null) {
      throw ProblemException.badRequest(problem);
    }
    Device device = callers.of(ctx).configure(deviceId, wanted);
    Json.answer(ctx, 202, json -> DeviceJson.configured(json, device));
  }

  private void facilities(Context ctx) {
    Map<String, List<DeviceLive>> byFacility =
        devices.all(ctx).stream()
            .collect(
                Collectors.groupingBy(
                    live -> live.device().facilityId(), TreeMap::new, Collectors.toList()));
    Json.answer(
        ctx,
        json -> {
          json.writeArrayPropertyStart("items");
          byFacility.forEach((facilityId, members) -> {
            json.writeStartObject();
            json.writeStringProperty("facilityId", facilityId);
            json.writeNumberProperty("deviceCount", members.size());
            json.writeNumberProperty(
                "activeAlertCount", members.stream().mapToInt(d -> d.alarms().size()).sum());
            json.writeEndObject();
          });
          json.writeEndArray();
        });
  }

  private void list(Context ctx) {
    Instant now = clock.instant();
    Json.answer(
        ctx,
        json -> {
          json.writeArrayPropertyStart("items");
          devices.all(ctx).forEach(live -> DeviceJson.write(json, live, now));
          json.writeEndArray();
        });
  }
}
