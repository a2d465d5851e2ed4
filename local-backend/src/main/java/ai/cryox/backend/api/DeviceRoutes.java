package ai.cryox.backend.api;

import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.report.NamedFacility;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The registry: `GET /api/v1/facilities` and `GET /api/v1/devices`.
final class DeviceRoutes {
  private final Callers callers;
  private final InstantSource clock;
  private final KnownDevices devices;

  DeviceRoutes(Callers callers, InstantSource clock, KnownDevices devices) {
    this.callers = callers;
    this.clock = clock;
    this.devices = devices;
  }

  void register(RoutesConfig routes) {
    routes.get(ApiServer.ROOT + "/facilities", this::facilities);
    routes.get(ApiServer.ROOT + "/devices", this::list);
  }

  private void facilities(Context ctx) {
    Map<String, List<DeviceLive>> byFacility =
        devices.all(ctx).stream()
            .collect(
                Collectors.groupingBy(
                    live -> live.device().facilityId(), TreeMap::new, Collectors.toList()));
    Map<String, NamedFacility> named =
        callers.of(ctx).reports().facilities().stream()
            .collect(Collectors.toMap(NamedFacility::facilityId, one -> one));
    Json.answer(
        ctx,
        json -> {
          json.writeArrayPropertyStart("items");
          byFacility.forEach((facilityId, members) -> {
            json.writeStartObject();
            json.writeStringProperty("facilityId", facilityId);
            NamedFacility known = named.get(facilityId);
            if (known != null) {
              json.writeStringProperty("name", known.name());
              json.writeStringProperty("zone", known.zone().getId());
            }
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
