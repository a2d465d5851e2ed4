package ai.cryox.connectors.payload;

import ai.cryox.core.classify.AlertThresholds;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.reading.DeviceAlert;
import ai.cryox.core.reading.DeviceStatus;
import ai.cryox.core.reading.Location;
import ai.cryox.core.reading.Message;
import ai.cryox.core.reading.PayloadEncoder;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReadingNotes;
import ai.cryox.core.reading.Telemetry;
import org.jspecify.annotations.Nullable;

/// Messages as the seed writes them: its members in its order, absent ones left out, then whatever
/// else the device said. Thread-safe.
public final class JsonPayloadEncoder implements PayloadEncoder {
  @Override
  public String encode(Message message) {
    return switch (message) {
      case Reading reading -> encode(reading);
      case Telemetry telemetry -> encode(telemetry);
      case DeviceStatus status -> encode(status);
      case DeviceAlert alert -> encode(alert);
    };
  }

  private static String encode(Reading reading) {
    ReadingNotes notes = reading.notes();
    Extra extra = Extra.of(notes.extra());
    return new JsonObject()
        .string("id", notes.id())
        .string("deviceId", reading.deviceId())
        .string("facilityId", reading.facilityId())
        .time("timestamp", reading.time())
        .number("temperature", reading.temperature())
        .number("humidity", reading.humidity())
        .raw("location", location(notes.location(), extra.inside("location")))
        .bool("isAnomaly", notes.anomaly())
        .number("confidence", notes.confidence())
        .raw("ttl", notes.ttl())
        .close(extra);
  }

  private static @Nullable String location(@Nullable Location location, Extra extra) {
    return location == null
        ? null
        : new JsonObject()
            .number("latitude", location.latitude())
            .number("longitude", location.longitude())
            .close(extra);
  }

  private static String encode(Telemetry telemetry) {
    return new JsonObject()
        .string("deviceId", telemetry.deviceId())
        .string("facilityId", telemetry.facilityId())
        .time("timestamp", telemetry.time())
        .number("powerConsumption", telemetry.power())
        .number("coolingEfficiency", telemetry.efficiency())
        .bool("doorOpen", telemetry.doorOpen())
        .bool("compressorOn", telemetry.compressorOn())
        .shortest("batteryLevel", telemetry.battery())
        .shortest("signalStrength", telemetry.signal())
        .close(Extra.of(telemetry.extra()));
  }

  private static String encode(DeviceStatus status) {
    Extra extra = Extra.of(status.extra());
    return new JsonObject()
        .string("id", status.id())
        .string("deviceId", status.deviceId())
        .string("facilityId", status.facilityId())
        .string("status", status.status())
        .time("lastSeen", status.time())
        .shortest("batteryLevel", status.battery())
        .shortest("signalStrength", status.signal())
        .string("firmwareVersion", status.firmware())
        .raw("configuration", configuration(status.configuration(), extra.inside("configuration")))
        .close(extra);
  }

  private static @Nullable String configuration(DeviceConfiguration configuration, Extra extra) {
    String thresholds =
        thresholds(configuration.alertThresholds(), extra.inside("alertThresholds"));
    String json =
        new JsonObject()
            .raw("samplingRate", configuration.samplingRate())
            .raw("alertThresholds", thresholds)
            .close(extra);
    return json.equals("{}") ? null : json;
  }

  private static @Nullable String thresholds(@Nullable AlertThresholds thresholds, Extra extra) {
    return thresholds == null
        ? null
        : new JsonObject()
            .number("temperatureHigh", thresholds.temperatureHigh())
            .number("temperatureLow", thresholds.temperatureLow())
            .close(extra);
  }

  private static String encode(DeviceAlert alert) {
    return new JsonObject()
        .string("alertId", alert.alertId())
        .string("deviceId", alert.deviceId())
        .string("facilityId", alert.facilityId())
        .time("timestamp", alert.time())
        .string("severity", alert.severity().wireName())
        .string("message", alert.message())
        .close(Extra.of(alert.extra()));
  }
}
