package ai.cryox.backend.api;

import ai.cryox.core.energy.EnergyDesk;
import ai.cryox.core.energy.Tariff;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;

/// What people decided about energy: `GET /api/v1/energy-book`, `PUT …/tariffs`, and the baselines
/// that units are compared with, `PUT` and `DELETE …/baselines`.
final class EnergyBookRoutes {
  static final String ADDRESS = ApiServer.ROOT + "/energy-book";
  static final String TARIFFS = ADDRESS + "/tariffs";
  static final String BASELINES = ADDRESS + "/baselines";

  private final Callers callers;

  EnergyBookRoutes(Callers callers) {
    this.callers = callers;
  }

  /// @param facilityId `*` for all of which nobody said anything
  record NewTariff(String facilityId, double pricePerKilowattHour, String currency) {}

  record NewBaseline(String deviceId, Instant from, Instant until) {}

  void register(RoutesConfig routes) {
    routes.get(ADDRESS, ctx -> TreeJson.answer(ctx, energy(ctx).book()));
    routes.put(TARIFFS, this::saveTariff);
    routes.put(
        BASELINES,
        ctx ->
            TreeJson.answer(
                ctx,
                NewBaseline.class,
                wanted ->
                    energy(ctx).chooseBaseline(wanted.deviceId(), wanted.from(), wanted.until())));
    routes.delete(BASELINES, this::removeBaseline);
  }

  private EnergyDesk energy(Context ctx) {
    return callers.of(ctx).energy();
  }

  private void saveTariff(Context ctx) {
    TreeJson.answer(
        ctx,
        NewTariff.class,
        wanted -> {
          Tariff tariff = new Tariff(wanted.pricePerKilowattHour(), wanted.currency());
          energy(ctx)
              .saveTariff(wanted.facilityId().equals("*") ? "" : wanted.facilityId(), tariff);
          return tariff;
        });
  }

  private void removeBaseline(Context ctx) {
    String deviceId = new QueryParameters(ctx).required("deviceId");
    TreeJson.sensible(() -> {
      energy(ctx).removeBaseline(deviceId);
      return true;
    });
    ctx.status(204);
  }
}
