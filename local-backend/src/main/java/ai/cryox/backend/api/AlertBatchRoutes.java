package ai.cryox.backend.api;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmActions;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.device.Device;
import ai.cryox.core.live.DeviceLive;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What people do to many alarms with one request: `POST /api/v1/alerts/` and `acknowledge` or
/// `reset` with `alertIds`; `shelve`, `unshelve`, `out-of-service` or `in-service` with `alarms`,
/// each a device and a condition. All or, if something makes no sense, none.
///
/// The answer has in `items` those that changed, as they are now.
final class AlertBatchRoutes {
  private static final String ALERTS = ApiServer.ROOT + "/alerts/";

  private final Callers callers;
  private final KnownDevices devices;

  AlertBatchRoutes(Callers callers, KnownDevices devices) {
    this.callers = callers;
    this.devices = devices;
  }

  /// @param comment may be missing
  record Named(List<String> alertIds, @Nullable String comment) {
    String said() {
      return comment == null ? "" : comment;
    }
  }

  /// @param lasting on the shelf
  record Held(List<AlarmKey> alarms, @Nullable Duration lasting, @Nullable String reason) {
    Duration time() {
      return lasting == null ? Duration.ZERO : lasting;
    }

    String why() {
      return reason == null ? "" : reason;
    }
  }

  /// @param comment may be missing
  record Released(List<AlarmKey> alarms, @Nullable String comment) {
    String said() {
      return comment == null ? "" : comment;
    }
  }

  void register(RoutesConfig routes) {
    on(routes, "acknowledge", Named.class, (a, b) -> a.acknowledge(b.alertIds(), b.said()));
    on(routes, "reset", Named.class, (a, b) -> a.reset(b.alertIds(), b.said()));
    on(routes, "shelve", Held.class, (a, b) -> a.shelve(b.alarms(), b.time(), b.why()));
    on(routes, "out-of-service", Held.class, (a, b) -> a.takeOutOfService(b.alarms(), b.why()));
    on(routes, "unshelve", Released.class, (a, b) -> a.unshelve(b.alarms(), b.said()));
    on(routes, "in-service", Released.class, (a, b) -> a.returnToService(b.alarms(), b.said()));
  }

  private <B> void on(
      RoutesConfig routes,
      String verb,
      Class<B> type,
      BiFunction<AlarmActions, B, List<Alarm>> action) {
    routes.post(
        ALERTS + verb,
        ctx -> {
          B body = TreeJson.body(ctx, type);
          answer(ctx, TreeJson.sensible(() -> action.apply(callers.of(ctx).alarmActions(), body)));
        });
  }

  private void answer(Context ctx, List<Alarm> changed) {
    Map<String, Device> known =
        devices.all(ctx).stream()
            .map(DeviceLive::device)
            .collect(Collectors.toMap(Device::deviceId, device -> device));
    Json.answer(
        ctx,
        json -> {
          json.writeArrayPropertyStart("items");
          changed.forEach(alarm -> AlertJson.write(json, alarm, known.get(alarm.deviceId())));
          json.writeEndArray();
        });
  }
}
