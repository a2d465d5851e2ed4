package ai.cryox.backend.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/// For how long facilities keep what their devices say: `GET /api/v1/retention`, and `PUT
/// /api/v1/retention/{facilityId}?days=`, where the facility `*` stands for all others.
final class RetentionRoutes {
  private static final String ALL_OTHERS = "*";

  private final Callers callers;

  RetentionRoutes(Callers callers) {
    this.callers = callers;
  }

  void register(RoutesConfig routes) {
    routes.get(ApiServer.ROOT + "/retention", this::list);
    routes.put(ApiServer.ROOT + "/retention/{facilityId}", this::change);
  }

  private void list(Context ctx) {
    Json.answer(
        ctx,
        json -> {
          json.writeObjectPropertyStart("days");
          callers
              .of(ctx)
              .retention()
              .forEach((facility, days) ->
                  json.writeNumberProperty(facility.isEmpty() ? ALL_OTHERS : facility, days));
          json.writeEndObject();
        });
  }

  private void change(Context ctx) {
    String facility = ctx.pathParam("facilityId");
    try {
      callers
          .of(ctx)
          .keepFor(facility.equals(ALL_OTHERS) ? "" : facility, new QueryParameters(ctx).days());
    } catch (IllegalArgumentException refused) {
      throw ProblemException.badRequest(String.valueOf(refused.getMessage()));
    }
    list(ctx);
  }
}
