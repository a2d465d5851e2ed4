package ai.cryox.connectors.otlp;

import ai.cryox.core.alarm.Severity;
import ai.cryox.core.link.LinkStatus;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.live.Vitals;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A snapshot as OTLP's `ExportMetricsServiceRequest` in its JSON form (OTLP 1.x): whole numbers of
/// 64 bits and times are texts there.
final class OtlpDocument {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final long NANOS = 1_000_000_000L;

  /// `AGGREGATION_TEMPORALITY_CUMULATIVE`.
  private static final int CUMULATIVE = 2;

  private final JsonGenerator json;
  private final String begin;
  private final String now;

  private OtlpDocument(JsonGenerator json, Instant begin, Instant now) {
    this.json = json;
    this.begin = nanos(begin);
    this.now = nanos(now);
  }

  /// @param instance tells this backend from others
  /// @param now when the figures hold
  /// @return UTF-8
  static byte[] write(LiveSnapshot snapshot, String instance, Instant now) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      new OtlpDocument(json, snapshot.vitals().startedAt(), now).request(snapshot, instance);
    }
    return bytes.toByteArray();
  }

  private void request(LiveSnapshot snapshot, String instance) {
    json.writeStartObject();
    json.writeArrayPropertyStart("resourceMetrics");
    json.writeStartObject();
    json.writeObjectPropertyStart("resource");
    attributes(Map.of("service.name", "cryox", "service.instance.id", instance));
    json.writeEndObject();
    json.writeArrayPropertyStart("scopeMetrics");
    json.writeStartObject();
    json.writeObjectPropertyStart("scope");
    json.writeStringProperty("name", "ai.cryox");
    json.writeEndObject();
    json.writeArrayPropertyStart("metrics");
    metrics(snapshot);
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void metrics(LiveSnapshot snapshot) {
    Vitals vitals = snapshot.vitals();
    gauge("cryox.readings.stored", "{reading}", vitals.stored());
    rate("cryox.readings.rate", "{reading}/s", vitals.readingsPerSecond());
    sum("cryox.readings.duplicates", "{reading}", vitals.duplicates());
    gauge("cryox.messages.rejected", "{message}", vitals.rejected());
    sum("cryox.messages.dropped", "{message}", vitals.dropped());
    gauge("cryox.connections", "{connection}", vitals.connections());
    gauge("cryox.devices", "{device}", snapshot.devices().size());
    gauge("cryox.store.trouble", "1", vitals.storeTrouble() == null ? 0 : 1);
    metric("cryox.alarms.active", "{alarm}", "gauge");
    for (Severity severity : Severity.values()) {
      long count = snapshot.alarms().stream().filter(alarm -> alarm.severity() == severity).count();
      point(count, Map.of("severity", severity.wireName()));
    }
    endMetric();
    if (!vitals.links().isEmpty()) {
      metric("cryox.link.up", "1", "gauge");
      for (LinkStatus link : vitals.links()) {
        point(link.state().isUp() ? 1 : 0, Map.of("link", link.name()));
      }
      endMetric();
    }
  }

  private void gauge(String name, String unit, long value) {
    metric(name, unit, "gauge");
    point(value, Map.of());
    endMetric();
  }

  /// What only rises, from the backend's start.
  private void sum(String name, String unit, long value) {
    json.writeStartObject();
    json.writeStringProperty("name", name);
    json.writeStringProperty("unit", unit);
    json.writeObjectPropertyStart("sum");
    json.writeNumberProperty("aggregationTemporality", CUMULATIVE);
    json.writeBooleanProperty("isMonotonic", true);
    json.writeArrayPropertyStart("dataPoints");
    point(value, Map.of());
    endMetric();
  }

  private void rate(String name, String unit, double value) {
    metric(name, unit, "gauge");
    json.writeStartObject();
    json.writeStringProperty("timeUnixNano", now);
    json.writeNumberProperty("asDouble", value);
    json.writeEndObject();
    endMetric();
  }

  private void metric(String name, String unit, String kind) {
    json.writeStartObject();
    json.writeStringProperty("name", name);
    json.writeStringProperty("unit", unit);
    json.writeObjectPropertyStart(kind);
    json.writeArrayPropertyStart("dataPoints");
  }

  private void endMetric() {
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void point(long value, Map<String, String> attributes) {
    json.writeStartObject();
    if (!attributes.isEmpty()) {
      attributes(attributes);
    }
    json.writeStringProperty("startTimeUnixNano", begin);
    json.writeStringProperty("timeUnixNano", now);
    json.writeStringProperty("asInt", Long.toString(value));
    json.writeEndObject();
  }

  private void attributes(Map<String, String> attributes) {
    json.writeArrayPropertyStart("attributes");
    attributes.forEach((key, value) -> {
      json.writeStartObject();
      json.writeStringProperty("key", key);
      json.writeObjectPropertyStart("value");
      json.writeStringProperty("stringValue", value);
      json.writeEndObject();
      json.writeEndObject();
    });
    json.writeEndArray();
  }

  private static String nanos(Instant time) {
    return Long.toString(time.getEpochSecond() * NANOS + time.getNano());
  }
}
