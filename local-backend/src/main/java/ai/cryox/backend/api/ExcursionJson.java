package ai.cryox.backend.api;

import ai.cryox.core.excursion.Excursion;
import tools.jackson.core.JsonGenerator;

/// An excursion as the API writes it.
final class ExcursionJson {
  private ExcursionJson() {}

  static void write(JsonGenerator json, Excursion excursion) {
    json.writeStartObject();
    json.writeStringProperty("excursionId", excursion.excursionId());
    json.writeStringProperty("deviceId", excursion.deviceId());
    json.writeStringProperty("facilityId", excursion.facilityId());
    json.writeStringProperty("condition", excursion.condition().name());
    json.writeStringProperty("severity", excursion.severity().wireName());
    Json.number(json, "limit", excursion.limit());
    json.writeStringProperty("profileId", excursion.profileId());
    Json.time(json, "start", excursion.start());
    Json.time(json, "end", excursion.end());
    Json.time(json, "latest", excursion.latest());
    Json.number(json, "peak", excursion.peak());
    Json.time(json, "peakAt", excursion.peakAt());
    json.writeNumberProperty("durationSeconds", excursion.duration().toSeconds());
    json.writeNumberProperty("beyondSeconds", excursion.beyond().toSeconds());
    json.writeNumberProperty("readings", excursion.readings());
    json.writeNumberProperty("gaps", excursion.gaps());
    json.writeNumberProperty("missingSeconds", excursion.missing().toSeconds());
    json.writeStringProperty("beyond", excursion.beyond().toString());
    json.writeStringProperty("missing", excursion.missing().toString());
    json.writeBooleanProperty("historic", excursion.historic());
    json.writeEndObject();
  }
}
