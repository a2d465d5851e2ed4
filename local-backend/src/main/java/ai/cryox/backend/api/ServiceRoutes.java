package ai.cryox.backend.api;

import ai.cryox.backend.people.Reception;
import ai.cryox.core.backend.IssuerOffer;
import ai.cryox.core.link.LinkStatus;
import ai.cryox.core.live.LiveFeed;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// What a client or a supervisor asks of the server itself: which features it has (`GET /api/v1`),
/// whether it runs (`/health/live`), whether it can do its work (`/health/ready`), how its links to
/// other systems are (`/links`).
final class ServiceRoutes {
  private static final String FACILITY = ApiServer.ROOT + "/facilities/{facilityId}";

  private static final String LINKS = ApiServer.ROOT + "/links";

  /// Each feature and the address, relative to the server, by which it is used.
  private static final List<Feature> FEATURES =
      List.of(
          new Feature("temperature", FACILITY + "/temperature"),
          new Feature("alerts", FACILITY + "/alerts"),
          new Feature("configure", FACILITY + "/devices/{deviceId}/configure"),
          new Feature("twin", FACILITY + "/devices/{deviceId}/twin"),
          new Feature("desired", FACILITY + "/devices/{deviceId}/twin/desired"),
          new Feature("methods", FACILITY + "/devices/{deviceId}/methods/{name}"),
          new Feature("messages", FACILITY + "/devices/{deviceId}/messages"),
          new Feature("facilities", ApiServer.ROOT + "/facilities"),
          new Feature("devices", ApiServer.ROOT + "/devices"),
          new Feature("allAlerts", ApiServer.ROOT + "/alerts"),
          new Feature("acknowledge", ApiServer.ROOT + "/alerts/{alertId}/acknowledge"),
          new Feature("configurationStatus", ConfigurationRoutes.STATUS),
          new Feature("order", ConfigurationRoutes.ORDER),
          new Feature("energy", EnergyRoutes.ADDRESS),
          new Feature("excursions", ExcursionRoutes.ADDRESS),
          new Feature("alarmHealth", HealthRoutes.ADDRESS),
          new Feature("whatIf", WhatIfRoutes.ADDRESS),
          new Feature("profiles", ProfileRoutes.ADDRESS),
          new Feature("reset", ApiServer.ROOT + "/alerts/{alertId}/reset"),
          new Feature("shelve", ApiServer.ROOT + "/alerts/{alertId}/shelve"),
          new Feature("unshelve", ApiServer.ROOT + "/alerts/{alertId}/unshelve"),
          new Feature("outOfService", ApiServer.ROOT + "/alerts/{alertId}/out-of-service"),
          new Feature("inService", ApiServer.ROOT + "/alerts/{alertId}/in-service"),
          new Feature("routes", ApiServer.ROOT + "/routes"),
          new Feature("retention", ApiServer.ROOT + "/retention"),
          new Feature("audit", ApiServer.ROOT + "/audit"),
          new Feature("session", SessionRoutes.SESSION),
          new Feature("me", SessionRoutes.ME),
          new Feature("people", PeopleRoutes.ADDRESS),
          new Feature("clientCredentials", SessionRoutes.TOKEN),
          new Feature("ledger", LedgerRoutes.ADDRESS),
          new Feature("signedIn", DesignRoutes.SIGNED_IN),
          new Feature("readings", HistoryRoutes.READINGS),
          new Feature("windows", HistoryRoutes.WINDOWS),
          new Feature("occurrences", HistoryRoutes.OCCURRENCES),
          new Feature("limits", HistoryRoutes.LIMITS),
          new Feature("allExcursions", HistoryRoutes.EXCURSIONS),
          new Feature("allAlarmHealth", HealthRoutes.ALL),
          new Feature("journal", HistoryRoutes.JOURNAL),
          new Feature("rejections", HistoryRoutes.REJECTIONS),
          new Feature("alarmDesign", DesignRoutes.ADDRESS),
          new Feature("register", DesignRoutes.DEVICE),
          new Feature("acknowledgeMany", ApiServer.ROOT + "/alerts/acknowledge"),
          new Feature("callouts", CalloutRoutes.ROOT + "/plan"),
          new Feature("notebook", NotebookRoutes.NOTES),
          new Feature("calibrations", CalibrationRoutes.ADDRESS),
          new Feature("reports", ReportRoutes.ADDRESS),
          new Feature("schedules", ScheduleRoutes.ADDRESS),
          new Feature("letterhead", LetterheadRoutes.ADDRESS),
          new Feature("floorPlan", FloorPlanRoutes.ADDRESS),
          new Feature("energyBook", EnergyBookRoutes.ADDRESS),
          new Feature("links", LINKS),
          new Feature("changes", StreamRoutes.CHANGES),
          new Feature("stream", StreamRoutes.STREAM),
          new Feature("metrics", MetricsRoutes.ADDRESS),
          new Feature("health", "/health/ready"),
          new Feature("description", DescriptionRoutes.DOCUMENT));

  private record Feature(String name, String address) {}

  private final LiveFeed live;

  private final Callers callers;
  private final @Nullable Reception reception;

  /// @param live for health, which everybody may ask
  /// @param reception knows where people can sign in; `null` = nowhere
  ServiceRoutes(LiveFeed live, Callers callers, @Nullable Reception reception) {
    this.live = live;
    this.callers = callers;
    this.reception = reception;
  }

  void register(RoutesConfig routes) {
    routes.get(ApiServer.ROOT, this::discovery);
    routes.get(LINKS, this::links);
    routes.get("/health/live", ServiceRoutes::alive);
    routes.get("/health/ready", this::ready);
  }

  private void discovery(Context ctx) {
    Json.answer(
        ctx,
        json -> {
          json.writeStringProperty("version", "v1");
          json.writeObjectPropertyStart("features");
          FEATURES.forEach(f -> json.writeStringProperty(f.name(), f.address()));
          json.writeEndObject();
          List<IssuerOffer> offers = reception == null ? List.of() : reception.offers();
          if (!offers.isEmpty()) {
            json.writeArrayPropertyStart("signIn");
            offers.forEach(offer -> write(json, offer));
            json.writeEndArray();
          }
        });
  }

  /// All of it is known to everybody who has seen a sign-in.
  private static void write(JsonGenerator json, IssuerOffer offer) {
    json.writeStartObject();
    json.writeStringProperty("issuer", offer.issuer());
    json.writeStringProperty("clientId", offer.clientId());
    json.writeStringProperty("audience", offer.audience());
    json.writeStringProperty("scope", offer.scope());
    json.writeEndObject();
  }

  private void links(Context ctx) {
    List<LinkStatus> links = callers.of(ctx).live().latest().vitals().links();
    Json.answer(
        ctx,
        json -> {
          json.writeArrayPropertyStart("items");
          links.forEach(link -> write(json, link));
          json.writeEndArray();
        });
  }

  static void write(JsonGenerator json, LinkStatus link) {
    json.writeStartObject();
    json.writeStringProperty("name", link.name());
    json.writeStringProperty("state", link.state().name());
    Json.time(json, "since", link.since());
    json.writeStringProperty("sentence", link.sentence());
    json.writeNumberProperty("received", link.counts().received());
    json.writeNumberProperty("acknowledged", link.counts().acknowledged());
    json.writeNumberProperty("interruptions", link.counts().interruptions());
    json.writeEndObject();
  }

  private static void alive(Context ctx) {
    Json.answer(ctx, json -> json.writeStringProperty("status", "live"));
  }

  private void ready(Context ctx) {
    String trouble = live.latest().vitals().storeTrouble();
    if (trouble != null) {
      throw ProblemException.unavailable(trouble);
    }
    Json.answer(ctx, json -> json.writeStringProperty("status", "ready"));
  }
}
