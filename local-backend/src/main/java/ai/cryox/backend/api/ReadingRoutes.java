package ai.cryox.backend.api;

import ai.cryox.core.device.Device;
import ai.cryox.core.page.Page;
import ai.cryox.core.reading.Bucket;
import ai.cryox.core.reading.PayloadEncoder;
import ai.cryox.core.reading.ReadingQuery;
import ai.cryox.core.reading.ReceivedReading;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// `GET …/facilities/{facilityId}/temperature`: stored readings of a facility in the seed's shape,
/// oldest first; with `resolution=PT5M` windows of each device instead.
final class ReadingRoutes {
  /// What one answer may hold without paging.
  private static final long MOST_WINDOWS = 100_000;

  private final Callers callers;
  private final PayloadEncoder encoder;
  private final InstantSource clock;
  private final KnownDevices devices;

  ReadingRoutes(
      Callers callers, PayloadEncoder encoder, InstantSource clock, KnownDevices devices) {
    this.callers = callers;
    this.encoder = encoder;
    this.clock = clock;
    this.devices = devices;
  }

  void register(RoutesConfig routes, String prefix) {
    routes.get(prefix + "/facilities/{facilityId}/temperature", this::temperature);
  }

  private void temperature(Context ctx) {
    String facilityId = ctx.pathParam("facilityId");
    QueryParameters query = new QueryParameters(ctx);
    PagedPeriod period = PagedPeriod.of(query, clock.instant());
    devices.requireFacility(ctx, facilityId);
    Duration resolution = query.resolution();
    if (resolution != null) {
      windows(ctx, facilityId, period, resolution);
      return;
    }
    ReadingQuery readings = ReadingQuery.ofFacility(facilityId, period.from(), period.until());
    Page<ReceivedReading> page = callers.of(ctx).readings(readings, period.page());
    period.answer(ctx, page, (json, item) -> json.writeRawValue(encoder.encode(item.reading())));
  }

  /// Windows of each device instead of readings; not in pages, so their number is bounded.
  private void windows(Context ctx, String facilityId, PagedPeriod period, Duration resolution) {
    List<String> of =
        devices.all(ctx).stream()
            .map(known -> known.device())
            .filter(device -> device.facilityId().equals(facilityId))
            .map(Device::deviceId)
            .toList();
    long most =
        of.size() * (Duration.between(period.from(), period.until()).dividedBy(resolution) + 2);
    if (most > MOST_WINDOWS) {
      throw ProblemException.badRequest(
          "That could be %d windows, at most %d are answered; ask for longer ones or a shorter period."
              .formatted(most, MOST_WINDOWS));
    }
    EntityTags.answerPast(
        ctx,
        json -> {
          json.writeArrayPropertyStart("items");
          for (String deviceId : of) {
            callers
                .of(ctx)
                .windows(deviceId, period.from(), period.until(), resolution)
                .forEach(bucket -> write(json, deviceId, facilityId, bucket));
          }
          json.writeEndArray();
        });
  }

  private static void write(JsonGenerator json, String deviceId, String facilityId, Bucket bucket) {
    json.writeStartObject();
    Json.text(json, "deviceId", deviceId);
    Json.text(json, "facilityId", facilityId);
    Json.time(json, "windowEnd", bucket.end());
    Json.number(json, "min", bucket.smallest());
    Json.number(json, "mean", bucket.mean());
    Json.number(json, "max", bucket.largest());
    json.writeNumberProperty("count", bucket.count());
    json.writeEndObject();
  }
}
