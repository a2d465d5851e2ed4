package ai.cryox.backend.api;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.Hold;
import ai.cryox.core.device.Device;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// An alarm in the API's words: what the console calls an alarm the seed calls an alert.
final class AlertJson {
  private AlertJson() {}

  /// @param device the device it belongs to, or `null` if that is no longer known
  static void write(JsonGenerator json, Alarm alarm, @Nullable Device device) {
    json.writeStartObject();
    members(json, alarm, device);
    json.writeEndObject();
  }

  static void members(JsonGenerator json, Alarm alarm, @Nullable Device device) {
    json.writeStringProperty("alertId", alarm.alarmId());
    json.writeStringProperty("deviceId", alarm.deviceId());
    json.writeStringProperty("facilityId", alarm.facilityId());
    Json.time(json, "timestamp", alarm.raisedAt());
    json.writeStringProperty("severity", alarm.severity().wireName());
    json.writeStringProperty("condition", alarm.condition().name());
    json.writeStringProperty("worstSeverity", alarm.worstSeverity().wireName());
    json.writeStringProperty("state", alarm.state().name());
    json.writeStringProperty("beneath", alarm.life().beneath().name());
    json.writeBooleanProperty("latching", alarm.life().latching());
    json.writeNumberProperty("occurrences", alarm.occurrences());
    if (!alarm.message().isEmpty()) {
      json.writeStringProperty("message", alarm.message());
    }
    Json.number(json, "value", alarm.value());
    Json.number(json, "limit", alarm.limit());
    Json.number(json, "peak", alarm.peak());
    Json.time(json, "raisedAt", alarm.raisedAt());
    Json.time(json, "raisedReceivedAt", alarm.raisedReceivedAt());
    Json.time(json, "returnedAt", alarm.returnedAt());
    Json.time(json, "acknowledgedAt", alarm.acknowledgedAt());
    Json.text(json, "acknowledgedBy", alarm.acknowledgedBy());
    if (!alarm.comment().isEmpty()) {
      json.writeStringProperty("comment", alarm.comment());
    }
    hold(json, alarm.hold());
    json.writeBooleanProperty("historic", isHistoric(alarm, device));
  }

  private static void hold(JsonGenerator json, @Nullable Hold hold) {
    if (hold != null) {
      json.writeObjectPropertyStart("hold");
      Json.time(json, "since", hold.since());
      Json.time(json, "until", hold.until());
      json.writeStringProperty("by", hold.by());
      json.writeStringProperty("reason", hold.reason());
      json.writeEndObject();
    }
  }

  /// Whether what raised it was already history when it came in: older than the live window of its
  /// device, or than the window of a device of which nothing is known.
  private static boolean isHistoric(Alarm alarm, @Nullable Device device) {
    Duration delay = Duration.between(alarm.raisedAt(), alarm.raisedReceivedAt());
    Device holder =
        device == null
            ? Device.unconfirmed(alarm.deviceId(), alarm.facilityId(), alarm.raisedReceivedAt())
            : device;
    return delay.compareTo(holder.liveWindow()) > 0;
  }
}
