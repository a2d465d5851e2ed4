package ai.cryox.backend.api;

import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.audit.AuditEntry.Change;
import ai.cryox.core.audit.AuditQuery;
import ai.cryox.core.page.Page;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.InstantSource;
import tools.jackson.core.JsonGenerator;

/// The audit trail, newest first: `GET /api/v1/audit`.
final class AuditRoutes {
  private final Callers callers;
  private final InstantSource clock;

  AuditRoutes(Callers callers, InstantSource clock) {
    this.callers = callers;
    this.clock = clock;
  }

  void register(RoutesConfig routes) {
    routes.get(ApiServer.ROOT + "/audit", this::audit);
  }

  private void audit(Context ctx) {
    QueryParameters parameters = new QueryParameters(ctx);
    PagedPeriod period = PagedPeriod.of(parameters, clock.instant());
    AuditQuery query =
        new AuditQuery(
            period.from(),
            period.until(),
            parameters.text("who"),
            parameters.text("what"),
            parameters.text("deviceId"),
            parameters.text("subject"));
    Page<AuditEntry> page = callers.of(ctx).audit(query, period.page());
    period.answer(ctx, page, (json, entry) -> write(json, entry));
  }

  private static void write(JsonGenerator json, AuditEntry entry) {
    json.writeStartObject();
    Json.time(json, "timestamp", entry.at());
    json.writeStringProperty("who", entry.who());
    Json.text(json, "userId", entry.userId());
    json.writeStringProperty("what", entry.what());
    Json.text(json, "deviceId", entry.deviceId());
    Json.text(json, "subject", entry.subject());
    Json.text(json, "address", entry.address());
    json.writeStringProperty("outcome", entry.outcome().name());
    json.writeNumberProperty("occurrences", entry.occurrences());
    json.writeStringProperty("detail", entry.detail());
    Change change = entry.change();
    if (change != null) {
      Json.text(json, "before", change.before());
      Json.text(json, "after", change.after());
    }
    Json.text(json, "why", entry.why().isEmpty() ? null : entry.why());
    json.writeEndObject();
  }
}
