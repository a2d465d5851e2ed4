package ai.cryox.backend.api;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmQuery;
import ai.cryox.core.device.Device;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.page.Page;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Alarms, which the seed calls alerts: `GET …/facilities/{facilityId}/alerts`, newest raised
/// first; of all facilities and of the system itself `GET /api/v1/alerts`, there also of one with
/// `facilityId=`. `deviceId=` keeps those of one device.
final class AlertRoutes {
  private final Callers callers;
  private final InstantSource clock;
  private final KnownDevices devices;

  AlertRoutes(Callers callers, InstantSource clock, KnownDevices devices) {
    this.callers = callers;
    this.clock = clock;
    this.devices = devices;
  }

  void register(RoutesConfig routes, String prefix) {
    routes.get(prefix + "/facilities/{facilityId}/alerts", this::alerts);
  }

  void registerLists(RoutesConfig routes) {
    routes.get(
        ApiServer.ROOT + "/alerts",
        ctx -> alerts(ctx, new QueryParameters(ctx).text("facilityId"), false));
  }

  private void alerts(Context ctx) {
    alerts(ctx, ctx.pathParam("facilityId"), true);
  }

  private void alerts(Context ctx, @Nullable String facilityId, boolean mustBeKnown) {
    QueryParameters parameters = new QueryParameters(ctx);
    PagedPeriod period = PagedPeriod.of(parameters, clock.instant());
    AlarmQuery query =
        new AlarmQuery(
            facilityId,
            parameters.text("deviceId"),
            parameters.severity(),
            period.from(),
            period.until());
    if (facilityId != null && mustBeKnown) {
      devices.requireFacility(ctx, facilityId);
    }
    Page<Alarm> page = callers.of(ctx).alarms(query, period.page());
    Map<String, Device> known = knownDevices(ctx);
    period.answer(ctx, page, (json, a) -> AlertJson.write(json, a, known.get(a.deviceId())));
  }

  private Map<String, Device> knownDevices(Context ctx) {
    return devices.all(ctx).stream()
        .map(DeviceLive::device)
        .collect(Collectors.toMap(Device::deviceId, device -> device));
  }
}
