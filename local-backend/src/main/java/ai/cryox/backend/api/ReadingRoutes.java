package ai.cryox.backend.api;

import ai.cryox.core.backend.Session;
import ai.cryox.core.page.Page;
import ai.cryox.core.reading.PayloadEncoder;
import ai.cryox.core.reading.ReadingQuery;
import ai.cryox.core.reading.ReceivedReading;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.InstantSource;

/// `GET …/facilities/{facilityId}/temperature`: stored readings of a facility in the seed's shape,
/// oldest first.
final class ReadingRoutes {
  private final Session session;
  private final PayloadEncoder encoder;
  private final InstantSource clock;
  private final KnownDevices devices;

  ReadingRoutes(
      Session session, PayloadEncoder encoder, InstantSource clock, KnownDevices devices) {
    this.session = session;
    this.encoder = encoder;
    this.clock = clock;
    this.devices = devices;
  }

  void register(RoutesConfig routes, String prefix) {
    routes.get(prefix + "/facilities/{facilityId}/temperature", this::temperature);
  }

  private void temperature(Context ctx) {
    String facilityId = ctx.pathParam("facilityId");
    PagedPeriod period = PagedPeriod.of(new QueryParameters(ctx), clock.instant());
    devices.requireFacility(facilityId);
    ReadingQuery query = ReadingQuery.ofFacility(facilityId, period.from(), period.until());
    Page<ReceivedReading> page = session.readings(query, period.page());
    Json.answer(
        ctx,
        json -> {
          json.writeArrayPropertyStart("items");
          page.items().forEach(item -> json.writeRawValue(encoder.encode(item.reading())));
          json.writeEndArray();
          Json.text(json, "continuationToken", period.tokenAfter(page));
        });
  }
}
