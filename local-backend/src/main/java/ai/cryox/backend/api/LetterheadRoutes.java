package ai.cryox.backend.api;

import ai.cryox.core.report.Letterhead;
import ai.cryox.core.report.Reports;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/// How a facility's reports look: `GET` and `PUT /api/v1/facilities/{facilityId}/letterhead`.
final class LetterheadRoutes {
  static final String ADDRESS = ApiServer.ROOT + "/facilities/{facilityId}/letterhead";

  /// A logo of 2 MB in Base64, and some words.
  private static final int LONGEST = 3 * 1024 * 1024;

  private final Callers callers;

  LetterheadRoutes(Callers callers) {
    this.callers = callers;
  }

  void register(RoutesConfig routes) {
    routes.get(ADDRESS, ctx -> EntityTags.answer(ctx, json(reports(ctx).letterhead(id(ctx)))));
    routes.put(ADDRESS, this::save);
  }

  private Reports reports(Context ctx) {
    return callers.of(ctx).reports();
  }

  private static String id(Context ctx) {
    return ctx.pathParam("facilityId");
  }

  private static byte[] json(Letterhead letterhead) {
    return Json.object(json -> TreeJson.members(json, letterhead));
  }

  /// One after the other, so that of two who saw the same one is refused.
  private synchronized void save(Context ctx) {
    Letterhead wanted = TreeJson.body(ctx, Letterhead.class, LONGEST);
    EntityTags.require(ctx, "This letterhead", json(reports(ctx).letterhead(id(ctx))));
    Letterhead saved = TreeJson.sensible(() -> reports(ctx).saveLetterhead(id(ctx), wanted));
    EntityTags.answer(ctx, json(saved));
  }
}
