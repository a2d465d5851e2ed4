package ai.cryox.backend.api;

import ai.cryox.core.routing.Origin;
import ai.cryox.core.routing.Route;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// The routes of messages: `GET` and `PUT /api/v1/routes`, and `POST /api/v1/routes/test` to learn
/// which of them would take a message.
final class RoutingRoutes {
  private static final String ADDRESS = ApiServer.ROOT + "/routes";

  private final Callers callers;

  RoutingRoutes(Callers callers) {
    this.callers = callers;
  }

  void register(RoutesConfig routes) {
    routes.get(ADDRESS, ctx -> EntityTags.answer(ctx, json(callers.of(ctx).routes())));
    routes.put(ADDRESS, this::replace);
    routes.post(ADDRESS + "/test", this::test);
  }

  /// One after the other, so that of two who saw the same one is refused.
  private synchronized void replace(Context ctx) {
    List<Route> wanted = RequestBody.routes(ctx);
    EntityTags.require(ctx, "The list of routes", json(callers.of(ctx).routes()));
    try {
      EntityTags.answer(ctx, json(callers.of(ctx).saveRoutes(wanted)));
    } catch (IllegalArgumentException refused) {
      throw ProblemException.badRequest(String.valueOf(refused.getMessage()));
    }
  }

  private void test(Context ctx) {
    Origin origin = RequestBody.origin(ctx);
    ctx.contentType(Json.MEDIA_TYPE).result(json(callers.of(ctx).matchingRoutes(origin)));
  }

  private static byte[] json(List<Route> routes) {
    return Json.object(json -> {
      json.writeArrayPropertyStart("routes");
      routes.forEach(route -> write(json, route));
      json.writeEndArray();
    });
  }

  private static void write(JsonGenerator json, Route route) {
    json.writeStartObject();
    json.writeStringProperty("name", route.name());
    json.writeStringProperty("source", RouteJson.SOURCE);
    json.writeStringProperty("condition", route.condition());
    json.writeStringProperty("endpoint", route.endpoint().wireName());
    json.writeBooleanProperty("enabled", route.enabled());
    json.writeEndObject();
  }
}
