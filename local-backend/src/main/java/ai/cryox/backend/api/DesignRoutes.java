package ai.cryox.backend.api;

import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.device.Device;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/// What people decided: of alarms that no profile describes (`GET` and `PUT /api/v1/alarm-design`),
/// and of devices in the registry (`PUT /api/v1/devices/{deviceId}`). Also who asks: `GET
/// /api/v1/signed-in`.
final class DesignRoutes {
  static final String ADDRESS = ApiServer.ROOT + "/alarm-design";
  static final String DEVICE = ApiServer.ROOT + "/devices/{deviceId}";
  static final String SIGNED_IN = ApiServer.ROOT + "/signed-in";

  private final Callers callers;

  DesignRoutes(Callers callers) {
    this.callers = callers;
  }

  void register(RoutesConfig routes) {
    routes.get(ADDRESS, ctx -> TreeJson.answer(ctx, callers.of(ctx).alarmDesign()));
    routes.put(ADDRESS, this::save);
    routes.put(DEVICE, this::register);
    routes.get(SIGNED_IN, ctx -> TreeJson.answer(ctx, callers.of(ctx).who()));
  }

  private void save(Context ctx) {
    TreeJson.answer(
        ctx,
        AlarmDesign.class,
        design -> {
          callers.of(ctx).saveAlarmDesign(design);
          return design;
        });
  }

  private void register(Context ctx) {
    TreeJson.answer(
        ctx,
        Device.class,
        device -> {
          if (!device.deviceId().equals(ctx.pathParam("deviceId"))) {
            throw new IllegalArgumentException(
                "The body is about device '%s', the address about '%s'."
                    .formatted(device.deviceId(), ctx.pathParam("deviceId")));
          }
          callers.of(ctx).register(device);
          return device;
        });
  }
}
