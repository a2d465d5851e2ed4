package ai.cryox.backend.api;

import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.health.AlarmHealth;
import ai.cryox.core.health.Figure;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// The health of the alarm system: `GET …/facilities/{facilityId}/alarm-health`, and `GET
/// /api/v1/alarm-health` of all facilities or of the one in `facilityId=`.
final class HealthRoutes {
  static final String ADDRESS = ApiServer.ROOT + "/facilities/{facilityId}/alarm-health";

  /// Of all facilities and of the system itself.
  static final String ALL = ApiServer.ROOT + "/alarm-health";

  private final Callers callers;
  private final InstantSource clock;
  private final KnownDevices devices;

  HealthRoutes(Callers callers, InstantSource clock, KnownDevices devices) {
    this.callers = callers;
    this.clock = clock;
    this.devices = devices;
  }

  void register(RoutesConfig routes) {
    routes.get(ADDRESS, this::ofFacility);
    routes.get(ALL, ctx -> health(ctx, new QueryParameters(ctx).text("facilityId")));
  }

  private void ofFacility(Context ctx) {
    String facilityId = ctx.pathParam("facilityId");
    devices.requireFacility(ctx, facilityId);
    health(ctx, facilityId);
  }

  private void health(Context ctx, @Nullable String facilityId) {
    PagedPeriod period = PagedPeriod.of(new QueryParameters(ctx), clock.instant());
    try {
      AlarmHealth health = callers.of(ctx).alarmHealth(facilityId, period.from(), period.until());
      EntityTags.answerPast(ctx, json -> write(json, health));
    } catch (IllegalArgumentException refused) {
      throw ProblemException.badRequest(String.valueOf(refused.getMessage()));
    }
  }

  private static void write(JsonGenerator json, AlarmHealth health) {
    Json.time(json, "from", health.from());
    Json.time(json, "until", health.until());
    json.writeNumberProperty("raised", health.raised());
    json.writeArrayPropertyStart("figures");
    health.figures().forEach(figure -> write(json, figure));
    json.writeEndArray();
    json.writeArrayPropertyStart("floods");
    health.floods().forEach(flood -> write(json, flood));
    json.writeEndArray();
    json.writeArrayPropertyStart("chattering");
    health.chattering().forEach(chatter -> write(json, chatter));
    json.writeEndArray();
    json.writeArrayPropertyStart("stale");
    health.stale().forEach(stale -> write(json, stale));
    json.writeEndArray();
    json.writeArrayPropertyStart("worst");
    health.worst().forEach(source -> write(json, source));
    json.writeEndArray();
    json.writeObjectPropertyStart("bySeverity");
    for (Severity severity : Severity.values()) {
      json.writeNumberProperty(severity.wireName(), health.bySeverity().getOrDefault(severity, 0));
    }
    json.writeEndObject();
    time(json, "toAcknowledge", health.toAcknowledge());
    time(json, "toReturn", health.toReturn());
    seconds(json, "secondsToAcknowledge", health.toAcknowledge());
    seconds(json, "secondsToReturn", health.toReturn());
    json.writeNumberProperty("shelved", health.shelved());
    json.writeNumberProperty("suppressed", health.suppressed());
    json.writeNumberProperty("outOfService", health.outOfService());
  }

  private static void time(JsonGenerator json, String name, @Nullable Duration time) {
    Json.text(json, name, time == null ? null : time.toString());
  }

  private static void seconds(JsonGenerator json, String name, @Nullable Duration time) {
    if (time != null) {
      json.writeNumberProperty(name, time.toSeconds());
    }
  }

  private static void write(JsonGenerator json, Figure figure) {
    json.writeStartObject();
    json.writeStringProperty("measure", figure.measure().name());
    Json.number(json, "value", figure.value());
    Json.number(json, "goal", figure.measure().goal());
    Json.number(json, "acceptable", figure.measure().acceptable());
    json.writeStringProperty("verdict", figure.verdict().name().toLowerCase(Locale.ROOT));
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, AlarmHealth.Flood flood) {
    json.writeStartObject();
    Json.time(json, "start", flood.start());
    Json.time(json, "end", flood.end());
    json.writeNumberProperty("alarms", flood.alarms());
    json.writeNumberProperty("most", flood.most());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, AlarmHealth.Chatter chatter) {
    json.writeStartObject();
    key(json, chatter.key());
    json.writeNumberProperty("episodes", chatter.episodes());
    json.writeNumberProperty("transitions", chatter.transitions());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, AlarmHealth.Stale stale) {
    json.writeStartObject();
    json.writeStringProperty("alertId", stale.alarmId());
    key(json, stale.key());
    json.writeStringProperty("severity", stale.severity().wireName());
    Json.time(json, "since", stale.since());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, AlarmHealth.Source source) {
    json.writeStartObject();
    key(json, source.key());
    json.writeNumberProperty("count", source.count());
    Json.number(json, "share", source.share());
    json.writeEndObject();
  }

  private static void key(JsonGenerator json, AlarmKey key) {
    json.writeStringProperty("deviceId", key.deviceId());
    json.writeStringProperty("condition", key.condition().name());
  }
}
