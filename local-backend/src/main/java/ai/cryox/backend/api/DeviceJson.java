package ai.cryox.backend.api;

import ai.cryox.core.classify.AlertThresholds;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.reading.DeviceStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// A device in the API's words: the seed's members, and what the registry knows besides.
final class DeviceJson {
  private DeviceJson() {}

  static void write(JsonGenerator json, DeviceLive live, Instant now) {
    Device device = live.device();
    DeviceStatus status = live.status();
    json.writeStartObject();
    json.writeStringProperty("deviceId", device.deviceId());
    json.writeStringProperty("facilityId", device.facilityId());
    json.writeStringProperty("zone", device.zone());
    json.writeStringProperty("name", device.name());
    json.writeStringProperty("profileId", live.limits().id());
    json.writeBooleanProperty("confirmed", device.confirmed());
    json.writeStringProperty("status", isSilent(live, now) ? "offline" : "online");
    Json.time(json, "lastSeen", live.newest() == null ? null : live.newest().receivedAt());
    if (status != null) {
      Json.number(json, "batteryLevel", status.battery());
      Json.number(json, "signalStrength", status.signal());
      Json.text(json, "firmwareVersion", status.firmware());
    }
    configuration(json, "configuration", device.reported());
    configuration(json, "desiredConfiguration", device.desired());
    json.writeEndObject();
  }

  private static boolean isSilent(DeviceLive live, Instant now) {
    Duration age = live.age(now);
    return age == null || age.compareTo(live.device().silenceLimit()) > 0;
  }

  static void configuration(JsonGenerator json, String name, DeviceConfiguration configuration) {
    json.writeObjectPropertyStart(name);
    Integer samplingRate = configuration.samplingRate();
    if (samplingRate != null) {
      json.writeNumberProperty("samplingRate", samplingRate);
    }
    thresholds(json, configuration.alertThresholds());
    json.writeEndObject();
  }

  private static void thresholds(JsonGenerator json, @Nullable AlertThresholds thresholds) {
    if (thresholds != null) {
      json.writeObjectPropertyStart("alertThresholds");
      Json.number(json, "temperatureHigh", thresholds.temperatureHigh());
      Json.number(json, "temperatureLow", thresholds.temperatureLow());
      json.writeEndObject();
    }
  }
}
