package ai.cryox.backend.api;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmActions;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.device.Device;
import ai.cryox.core.live.DeviceLive;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What people do to alarms: `POST /api/v1/alerts/{alertId}/` and `acknowledge`, `reset`, `shelve`,
/// `unshelve`, `out-of-service` or `in-service`; the last four also under `POST
/// /api/v1/devices/{deviceId}/conditions/{condition}/`, for what is normal now.
///
/// The answer is 200 with the alert as it is now, or 204 if there was nothing left to do, so that a
/// caller may safely say it twice.
final class AlertActionRoutes {
  private static final String ALERT = ApiServer.ROOT + "/alerts/{alertId}";
  private static final String CONDITION =
      ApiServer.ROOT + "/devices/{deviceId}/conditions/{condition}";

  private final Callers callers;
  private final KnownDevices devices;

  AlertActionRoutes(Callers callers, KnownDevices devices) {
    this.callers = callers;
    this.devices = devices;
  }

  void register(RoutesConfig routes) {
    routes.post(ALERT + "/acknowledge", ctx -> act(ctx, said(ctx), AlarmActions::acknowledge));
    routes.post(ALERT + "/reset", ctx -> act(ctx, said(ctx), AlarmActions::reset));
    registerHolds(routes, ALERT, this::keyOfAlert);
    registerHolds(routes, CONDITION, this::keyOfCondition);
  }

  /// What alone says which alarm is meant.
  private interface ById {
    List<Alarm> act(AlarmActions actions, List<String> alertIds, String comment);
  }

  private void registerHolds(RoutesConfig routes, String at, Function<Context, AlarmKey> key) {
    routes.post(
        at + "/shelve",
        ctx -> {
          AlarmKey alarm = key.apply(ctx);
          HoldBody body = HoldBody.read(ctx);
          answer(ctx, actions -> actions.shelve(List.of(alarm), body.lasting(), body.reason()));
        });
    routes.post(
        at + "/out-of-service",
        ctx -> {
          AlarmKey alarm = key.apply(ctx);
          HoldBody body = HoldBody.read(ctx);
          answer(ctx, actions -> actions.takeOutOfService(List.of(alarm), body.reason()));
        });
    routes.post(
        at + "/unshelve",
        ctx -> {
          AlarmKey alarm = key.apply(ctx);
          String comment = RequestBody.comment(ctx);
          answer(ctx, actions -> actions.unshelve(List.of(alarm), comment));
        });
    routes.post(
        at + "/in-service",
        ctx -> {
          AlarmKey alarm = key.apply(ctx);
          String comment = RequestBody.comment(ctx);
          answer(ctx, actions -> actions.returnToService(List.of(alarm), comment));
        });
  }

  private void act(Context ctx, String comment, ById action) {
    String alertId = ctx.pathParam("alertId");
    answer(ctx, actions -> action.act(actions, List.of(alertId), comment));
  }

  /// The comment, once it is known that there is such an alert.
  private String said(Context ctx) {
    requireAlert(ctx, ctx.pathParam("alertId"));
    return RequestBody.comment(ctx);
  }

  private void requireAlert(Context ctx, String alertId) {
    if (callers.of(ctx).journal(alertId).isEmpty()) {
      throw ProblemException.notFound("There is no alert '%s'.".formatted(alertId));
    }
  }

  private AlarmKey keyOfAlert(Context ctx) {
    String alertId = ctx.pathParam("alertId");
    return callers.of(ctx).live().latest().alarms().stream()
        .filter(alarm -> alarm.alarmId().equals(alertId))
        .map(Alarm::key)
        .findFirst()
        .orElseThrow(() -> {
          requireAlert(ctx, alertId);
          return ProblemException.conflict(
              "The alert '%s' is over. Name device and condition to put the next one aside."
                  .formatted(alertId));
        });
  }

  private AlarmKey keyOfCondition(Context ctx) {
    return new AlarmKey(ctx.pathParam("deviceId"), condition(ctx.pathParam("condition")));
  }

  private static Condition condition(String name) {
    try {
      return Condition.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw ProblemException.notFound("There is no condition '%s'.".formatted(name));
    }
  }

  private void answer(Context ctx, Function<AlarmActions, List<Alarm>> action) {
    List<Alarm> changed;
    try {
      changed = action.apply(callers.of(ctx).alarmActions());
    } catch (IllegalArgumentException refused) {
      throw ProblemException.badRequest(String.valueOf(refused.getMessage()));
    }
    if (changed.isEmpty()) {
      ctx.status(204);
      return;
    }
    Alarm alarm = changed.getFirst();
    Json.answer(ctx, json -> AlertJson.members(json, alarm, deviceOf(ctx, alarm)));
  }

  private @Nullable Device deviceOf(Context ctx, Alarm alarm) {
    return devices.all(ctx).stream()
        .map(DeviceLive::device)
        .filter(device -> device.deviceId().equals(alarm.deviceId()))
        .findFirst()
        .orElse(null);
  }
}
