package ai.cryox.backend.api;

import ai.cryox.backend.profile.ProfileJson;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.device.Device;
import ai.cryox.core.escalation.Escalation;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.Trace;
import ai.cryox.core.live.Vitals;
import ai.cryox.core.reading.PayloadEncoder;
import ai.cryox.core.reading.ReceivedReading;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// The parts of a live snapshot as JSON, complete: a console rebuilds the snapshot from them.
/// docs/API.md describes each member.
final class LiveJson {
  private LiveJson() {}

  /// One device as one object.
  ///
  /// @param before its trace when it was last written, or `null` to write the whole trace
  static byte[] device(DeviceLive live, @Nullable Trace before, PayloadEncoder encoder) {
    return Json.object(json -> {
      registered(json, live.device());
      json.writeObjectPropertyStart("limits");
      ProfileJson.members(json, live.limits());
      json.writeEndObject();
      json.writeStringProperty("band", live.band().name());
      newest(json, live.newest(), encoder);
      if (live.telemetry() != null) {
        json.writeName("telemetry");
        json.writeRawValue(encoder.encode(live.telemetry()));
      }
      if (live.status() != null) {
        json.writeName("status");
        json.writeRawValue(encoder.encode(live.status()));
      }
      Json.text(json, "clockSkew", live.clockSkew() == null ? null : live.clockSkew().toString());
      json.writeArrayPropertyStart("alarms");
      live.alarms().forEach(alarm -> json.writeString(alarm.alarmId()));
      json.writeEndArray();
      trace(json, live.trace(), before);
    });
  }

  private static void registered(JsonGenerator json, Device device) {
    json.writeStringProperty("deviceId", device.deviceId());
    json.writeStringProperty("facilityId", device.facilityId());
    json.writeStringProperty("zone", device.zone());
    json.writeStringProperty("name", device.name());
    Json.text(json, "profileId", device.profileId());
    json.writeBooleanProperty("confirmed", device.confirmed());
    Json.time(json, "firstSeen", device.firstSeen());
    DeviceJson.configuration(json, "desired", device.desired());
    DeviceJson.configuration(json, "reported", device.reported());
  }

  private static void newest(
      JsonGenerator json, @Nullable ReceivedReading newest, PayloadEncoder encoder) {
    if (newest != null) {
      json.writeName("newest");
      received(json, newest, encoder);
    }
  }

  /// A reading and how it came in, as one object.
  static void received(JsonGenerator json, ReceivedReading received, PayloadEncoder encoder) {
    json.writeStartObject();
    json.writeName("reading");
    json.writeRawValue(encoder.encode(received.reading()));
    Json.time(json, "receivedAt", received.receivedAt());
    json.writeBooleanProperty("late", received.late());
    json.writeEndObject();
  }

  /// The points after the last one of `before`; all if there is no such point any more.
  private static void trace(JsonGenerator json, Trace trace, @Nullable Trace before) {
    int from = before == null ? 0 : firstAfter(trace, before);
    json.writeBooleanProperty("traceWhole", from == 0);
    json.writeArrayPropertyStart("trace");
    for (int i = from; i < trace.size(); i++) {
      json.writeStartArray();
      json.writeNumber(trace.time(i));
      json.writeNumber(trace.temperature(i));
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static int firstAfter(Trace trace, Trace before) {
    if (before.size() == 0) {
      return 0;
    }
    long last = before.time(before.size() - 1);
    int i = trace.size();
    while (i > 0 && trace.time(i - 1) > last) {
      i--;
    }
    return i;
  }

  /// One alarm as one object.
  static byte[] alarm(Alarm alarm, @Nullable Device device) {
    return Json.object(json -> AlertJson.members(json, alarm, device));
  }

  static void escalations(JsonGenerator json, List<Escalation> escalations) {
    json.writeArrayPropertyStart("escalations");
    for (Escalation escalation : escalations) {
      json.writeStartObject();
      json.writeStringProperty("alertId", escalation.alarmId());
      json.writeStringProperty("policyId", escalation.policyId());
      json.writeStringProperty("severity", escalation.severity().wireName());
      Json.time(json, "startedAt", escalation.startedAt());
      json.writeArrayPropertyStart("steps");
      for (Escalation.Progress step : escalation.steps()) {
        json.writeStartObject();
        json.writeNumberProperty("calls", step.calls());
        Json.time(json, "nextAt", step.nextAt());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeNumberProperty("flaps", escalation.flaps());
      Json.time(json, "summaryAt", escalation.summaryAt());
      json.writeBooleanProperty("sounding", escalation.sounding());
      json.writeStringProperty("nextWhom", escalation.nextWhom());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void vitals(JsonGenerator json, Vitals vitals) {
    json.writeObjectPropertyStart("vitals");
    Json.time(json, "startedAt", vitals.startedAt());
    json.writeNumberProperty("stored", vitals.stored());
    Json.number(json, "readingsPerSecond", vitals.readingsPerSecond());
    json.writeNumberProperty("duplicates", vitals.duplicates());
    json.writeNumberProperty("rejected", vitals.rejected());
    json.writeNumberProperty("dropped", vitals.dropped());
    json.writeNumberProperty("connections", vitals.connections());
    Json.time(json, "newestReceivedAt", vitals.newestReceivedAt());
    Json.text(json, "storeTrouble", vitals.storeTrouble());
    Json.time(json, "storeTroubleSince", vitals.storeTroubleSince());
    json.writeArrayPropertyStart("links");
    vitals.links().forEach(link -> ServiceRoutes.write(json, link));
    json.writeEndArray();
    json.writeEndObject();
  }
}
