package ai.cryox.backend.api;

import ai.cryox.backend.profile.ProfileJson;
import ai.cryox.core.classify.HeldLimits;
import ai.cryox.core.excursion.Excursion;
import ai.cryox.core.excursion.ExcursionQuery;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.Bucket;
import ai.cryox.core.reading.PayloadEncoder;
import ai.cryox.core.reading.Quantity;
import ai.cryox.core.reading.ReadingQuery;
import ai.cryox.core.reading.ReceivedReading;
import ai.cryox.core.reading.Rejection;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// The past as a console asks for it, of all facilities, of one or of one device: `GET
/// /api/v1/readings`, `/windows`, `/occurrences`, `/limits`, `/excursions`, `/journal` and
/// `/rejections`.
final class HistoryRoutes {
  static final String READINGS = ApiServer.ROOT + "/readings";
  static final String WINDOWS = ApiServer.ROOT + "/windows";
  static final String OCCURRENCES = ApiServer.ROOT + "/occurrences";
  static final String LIMITS = ApiServer.ROOT + "/limits";
  static final String EXCURSIONS = ApiServer.ROOT + "/excursions";
  static final String JOURNAL = ApiServer.ROOT + "/journal";
  static final String REJECTIONS = ApiServer.ROOT + "/rejections";

  private static final long MOST_WINDOWS = 100_000;
  private static final Duration LONGEST_OCCURRENCES = Duration.ofDays(31);

  private final Callers callers;
  private final PayloadEncoder encoder;
  private final InstantSource clock;

  HistoryRoutes(Callers callers, PayloadEncoder encoder, InstantSource clock) {
    this.callers = callers;
    this.encoder = encoder;
    this.clock = clock;
  }

  void register(RoutesConfig routes) {
    routes.get(READINGS, this::readings);
    routes.get(WINDOWS, this::windows);
    routes.get(OCCURRENCES, this::occurrences);
    routes.get(LIMITS, this::limits);
    routes.get(EXCURSIONS, this::excursions);
    routes.get(JOURNAL, this::journal);
    routes.get(REJECTIONS, this::rejections);
  }

  private void readings(Context ctx) {
    QueryParameters parameters = new QueryParameters(ctx);
    PagedPeriod period = PagedPeriod.of(parameters, clock.instant());
    ReadingQuery query =
        new ReadingQuery(
            parameters.text("facilityId"),
            parameters.text("deviceId"),
            period.from(),
            period.until());
    Page<ReceivedReading> page = callers.of(ctx).readings(query, period.page());
    period.answer(ctx, page, (json, item) -> LiveJson.received(json, item, encoder));
  }

  private void windows(Context ctx) {
    QueryParameters parameters = new QueryParameters(ctx);
    PagedPeriod period = PagedPeriod.of(parameters, clock.instant());
    String deviceId = parameters.required("deviceId");
    Duration resolution = parameters.resolution();
    if (resolution == null) {
      throw ProblemException.badRequest("resolution must be given, such as PT5M.");
    }
    if (Duration.between(period.from(), period.until()).dividedBy(resolution) > MOST_WINDOWS) {
      throw ProblemException.badRequest(
          "More than %d windows are not answered; ask for longer ones or a shorter period."
              .formatted(MOST_WINDOWS));
    }
    List<Bucket> windows =
        callers
            .of(ctx)
            .windows(deviceId, quantity(parameters), period.from(), period.until(), resolution);
    EntityTags.answerPast(ctx, json -> TreeJson.array(json, "items", windows));
  }

  private static Quantity quantity(QueryParameters parameters) {
    String text = parameters.text("quantity");
    if (text == null) {
      return Quantity.TEMPERATURE;
    }
    for (Quantity known : Quantity.values()) {
      if (known.name().equalsIgnoreCase(text)) {
        return known;
      }
    }
    throw ProblemException.badRequest(
        "quantity must be temperature, humidity, power, efficiency, battery or signal, not '%s'."
            .formatted(text));
  }

  private void occurrences(Context ctx) {
    QueryParameters parameters = new QueryParameters(ctx);
    PagedPeriod period = PagedPeriod.of(parameters, clock.instant());
    String deviceId = parameters.required("deviceId");
    if (Duration.between(period.from(), period.until()).compareTo(LONGEST_OCCURRENCES) > 0) {
      throw ProblemException.badRequest("The period must not be longer than 31 days.");
    }
    var found = callers.of(ctx).occurrences(deviceId, period.from(), period.until());
    Json.answer(ctx, json -> TreeJson.array(json, "items", found));
  }

  private void limits(Context ctx) {
    String deviceId = new QueryParameters(ctx).required("deviceId");
    List<HeldLimits> found = callers.of(ctx).limits(deviceId);
    Json.answer(
        ctx,
        json -> {
          json.writeArrayPropertyStart("items");
          found.forEach(held -> {
            json.writeStartObject();
            json.writeStringProperty("from", held.from().toString());
            json.writeObjectPropertyStart("limits");
            ProfileJson.members(json, held.limits());
            json.writeEndObject();
            json.writeEndObject();
          });
          json.writeEndArray();
        });
  }

  private void excursions(Context ctx) {
    QueryParameters parameters = new QueryParameters(ctx);
    PagedPeriod period = PagedPeriod.of(parameters, clock.instant());
    ExcursionQuery query =
        new ExcursionQuery(
            parameters.text("facilityId"),
            parameters.text("deviceId"),
            period.from(),
            period.until());
    Page<Excursion> page = callers.of(ctx).excursions(query, period.page());
    period.answer(ctx, page, (json, excursion) -> ExcursionJson.write(json, excursion));
  }

  private void journal(Context ctx) {
    String alertId = new QueryParameters(ctx).required("alertId");
    var lines = callers.of(ctx).journal(alertId);
    EntityTags.answerPast(ctx, json -> TreeJson.array(json, "items", lines));
  }

  private void rejections(Context ctx) {
    QueryParameters parameters = new QueryParameters(ctx);
    PageRequest wanted =
        new PageRequest(parameters.pageSize(), parameters.text("continuationToken"));
    Page<Rejection> page = callers.of(ctx).rejections(wanted);
    EntityTags.answerPast(ctx, json -> page(json, page));
  }

  /// A page of our own types whose token is the session's own.
  static void page(JsonGenerator json, Page<?> page) {
    TreeJson.array(json, "items", page.items());
    Json.text(json, "continuationToken", page.continuationToken());
  }
}
