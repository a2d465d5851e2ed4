package ai.cryox.backend.api;

import ai.cryox.core.excursion.Excursion;
import ai.cryox.core.excursion.ExcursionQuery;
import ai.cryox.core.page.Page;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.InstantSource;

/// Excursions, newest first: `GET …/facilities/{facilityId}/excursions`, of one device with
/// `deviceId=`.
final class ExcursionRoutes {
  static final String ADDRESS = ApiServer.ROOT + "/facilities/{facilityId}/excursions";

  private final Callers callers;
  private final InstantSource clock;
  private final KnownDevices devices;

  ExcursionRoutes(Callers callers, InstantSource clock, KnownDevices devices) {
    this.callers = callers;
    this.clock = clock;
    this.devices = devices;
  }

  void register(RoutesConfig routes) {
    routes.get(ADDRESS, this::excursions);
  }

  private void excursions(Context ctx) {
    String facilityId = ctx.pathParam("facilityId");
    QueryParameters parameters = new QueryParameters(ctx);
    PagedPeriod period = PagedPeriod.of(parameters, clock.instant());
    devices.requireFacility(ctx, facilityId);
    ExcursionQuery query =
        new ExcursionQuery(facilityId, parameters.text("deviceId"), period.from(), period.until());
    Page<Excursion> page = callers.of(ctx).excursions(query, period.page());
    period.answer(ctx, page, (json, excursion) -> ExcursionJson.write(json, excursion));
  }
}
