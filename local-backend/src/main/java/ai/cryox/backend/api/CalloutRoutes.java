package ai.cryox.backend.api;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.escalation.CalloutPlan;
import ai.cryox.core.escalation.Callouts;
import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.Channels;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.escalation.SecretName;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/// Who hears of alarms: the plan, the channels and their secrets, what was sent, and drills, under
/// `/api/v1/callouts`.
final class CalloutRoutes {
  static final String ROOT = ApiServer.ROOT + "/callouts";

  private final Callers callers;

  CalloutRoutes(Callers callers) {
    this.callers = callers;
  }

  record Secret(String secret) {}

  record Shown(List<String> alertIds) {}

  record Trial(ChannelKind channel, String personId) {}

  record Drill(String deviceId, double temperature) {}

  record Ended(String alertId) {}

  void register(RoutesConfig routes) {
    routes.get(ROOT + "/plan", ctx -> TreeJson.answer(ctx, callouts(ctx).plan()));
    routes.put(
        ROOT + "/plan", ctx -> TreeJson.answer(ctx, CalloutPlan.class, callouts(ctx)::savePlan));
    routes.get(ROOT + "/channels", ctx -> TreeJson.answer(ctx, callouts(ctx).channels()));
    routes.put(
        ROOT + "/channels",
        ctx -> TreeJson.answer(ctx, Channels.class, callouts(ctx)::saveChannels));
    routes.get(ROOT + "/secrets", this::secrets);
    routes.put(ROOT + "/secrets/{name}", this::saveSecret);
    routes.get(ROOT + "/notifications", this::notifications);
    routes.post(ROOT + "/shown", this::shown);
    routes.post(
        ROOT + "/test",
        ctx ->
            TreeJson.answer(
                ctx, Trial.class, trial -> callouts(ctx).test(trial.channel(), trial.personId())));
    routes.post(ROOT + "/drills", this::drill);
    routes.post(ROOT + "/drills/end", this::endDrill);
  }

  private Callouts callouts(Context ctx) {
    return callers.of(ctx).callouts();
  }

  private void secrets(Context ctx) {
    List<String> kept =
        callouts(ctx).secrets().stream().map(SecretName::wireName).sorted().toList();
    Json.answer(ctx, json -> TreeJson.array(json, "items", kept));
  }

  private void saveSecret(Context ctx) {
    String name = ctx.pathParam("name");
    SecretName secret =
        Arrays.stream(SecretName.values())
            .filter(known -> known.wireName().equals(name))
            .findFirst()
            .orElseThrow(
                () -> ProblemException.notFound("There is no secret '%s'.".formatted(name)));
    char[] value = TreeJson.body(ctx, Secret.class).secret().toCharArray();
    done(
        ctx,
        () -> {
          callouts(ctx).saveSecret(secret, value);
          return true;
        });
  }

  /// Of one alert with `alertId=`, else all in pages.
  private void notifications(Context ctx) {
    QueryParameters parameters = new QueryParameters(ctx);
    String alertId = parameters.text("alertId");
    Page<Notification> page =
        alertId == null
            ? callouts(ctx)
                .recent(
                    new PageRequest(parameters.pageSize(), parameters.text("continuationToken")))
            : new Page<>(callouts(ctx).notifications(alertId), null);
    Json.answer(ctx, json -> HistoryRoutes.page(json, page));
  }

  private void shown(Context ctx) {
    List<String> ids = TreeJson.body(ctx, Shown.class).alertIds();
    done(
        ctx,
        () -> {
          callouts(ctx).shown(ids);
          return true;
        });
  }

  private void drill(Context ctx) {
    Drill wanted = TreeJson.body(ctx, Drill.class);
    Alarm alarm =
        TreeJson.sensible(() -> callouts(ctx).drill(wanted.deviceId(), wanted.temperature()));
    Json.answer(ctx, json -> AlertJson.members(json, alarm, null));
  }

  private void endDrill(Context ctx) {
    String alertId = TreeJson.body(ctx, Ended.class).alertId();
    done(
        ctx,
        () -> {
          callouts(ctx).endDrill(alertId);
          return true;
        });
  }

  private static void done(Context ctx, Supplier<Boolean> action) {
    TreeJson.sensible(action);
    ctx.status(204);
  }
}
