package ai.cryox.simulator.payload;

import ai.cryox.core.classify.AlertThresholds;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.reading.DeviceAlert;
import ai.cryox.core.reading.DeviceStatus;
import ai.cryox.core.reading.Location;
import ai.cryox.core.reading.Message;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReadingNotes;
import ai.cryox.core.reading.Telemetry;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Messages to the bytes that a device of the seed sends: its members in its order, without spaces.
/// Thread-safe.
public final class WirePayload {
  private static final JsonFactory JSON = new JsonFactory();
  private static final DateTimeFormatter ID_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss").withZone(ZoneOffset.UTC);

  private WirePayload() {}

  /// The seed's id of a reading: device and time, in UTC and whole seconds.
  public static String readingId(String deviceId, Instant time) {
    return deviceId + "_" + ID_TIME.format(time);
  }

  /// One JSON object in UTF-8.
  public static byte[] encode(Message message) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(320);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      write(json, message);
    }
    return bytes.toByteArray();
  }

  /// One JSON array of objects in UTF-8, as loggers send that have much to say.
  public static byte[] encode(List<? extends Message> messages) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(320 * messages.size());
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartArray();
      messages.forEach(message -> write(json, message));
      json.writeEndArray();
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, Message message) {
    json.writeStartObject();
    switch (message) {
      case Reading reading -> members(json, reading);
      case Telemetry telemetry -> members(json, telemetry);
      case DeviceStatus status -> members(json, status);
      case DeviceAlert alert -> members(json, alert);
    }
    json.writeEndObject();
  }

  private static void members(JsonGenerator json, Reading reading) {
    ReadingNotes notes = reading.notes();
    text(json, "id", notes.id());
    origin(json, reading);
    json.writeNumberProperty("temperature", reading.temperature());
    decimal(json, "humidity", reading.humidity());
    location(json, notes.location());
    truth(json, "isAnomaly", notes.anomaly());
    decimal(json, "confidence", notes.confidence());
    if (notes.ttl() != null) {
      json.writeNumberProperty("ttl", notes.ttl());
    }
  }

  private static void members(JsonGenerator json, Telemetry telemetry) {
    origin(json, telemetry);
    decimal(json, "powerConsumption", telemetry.power());
    decimal(json, "coolingEfficiency", telemetry.efficiency());
    truth(json, "doorOpen", telemetry.doorOpen());
    truth(json, "compressorOn", telemetry.compressorOn());
    number(json, "batteryLevel", telemetry.battery());
    number(json, "signalStrength", telemetry.signal());
    others(json, telemetry.extra());
  }

  /// Members that the agreed payload has no place for, as they stand.
  ///
  /// @param object one JSON object
  private static void others(JsonGenerator json, @Nullable String object) {
    if (object == null) {
      return;
    }
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), object)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        json.copyCurrentStructure(parser);
      }
    }
  }

  private static void members(JsonGenerator json, DeviceStatus status) {
    text(json, "id", status.id());
    json.writeStringProperty("deviceId", status.deviceId());
    json.writeStringProperty("facilityId", status.facilityId());
    json.writeStringProperty("status", status.status());
    json.writeStringProperty("lastSeen", status.time().toString());
    number(json, "batteryLevel", status.battery());
    number(json, "signalStrength", status.signal());
    text(json, "firmwareVersion", status.firmware());
    configuration(json, status.configuration());
  }

  private static void members(JsonGenerator json, DeviceAlert alert) {
    text(json, "alertId", alert.alertId());
    origin(json, alert);
    json.writeStringProperty("severity", alert.severity().wireName());
    json.writeStringProperty("message", alert.message());
  }

  private static void origin(JsonGenerator json, Message message) {
    json.writeStringProperty("deviceId", message.deviceId());
    json.writeStringProperty("facilityId", message.facilityId());
    json.writeStringProperty("timestamp", message.time().toString());
  }

  private static void configuration(JsonGenerator json, DeviceConfiguration configuration) {
    json.writeName("configuration");
    json.writeStartObject();
    if (configuration.samplingRate() != null) {
      json.writeNumberProperty("samplingRate", configuration.samplingRate());
    }
    AlertThresholds thresholds = configuration.alertThresholds();
    if (thresholds != null) {
      json.writeName("alertThresholds");
      json.writeStartObject();
      decimal(json, "temperatureHigh", thresholds.temperatureHigh());
      decimal(json, "temperatureLow", thresholds.temperatureLow());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void location(JsonGenerator json, @Nullable Location location) {
    if (location != null) {
      json.writeName("location");
      json.writeStartObject();
      json.writeNumberProperty("latitude", location.latitude());
      json.writeNumberProperty("longitude", location.longitude());
      json.writeEndObject();
    }
  }

  private static void text(JsonGenerator json, String name, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(name, value);
    }
  }

  private static void truth(JsonGenerator json, String name, @Nullable Boolean value) {
    if (value != null) {
      json.writeBooleanProperty(name, value);
    }
  }

  private static void decimal(JsonGenerator json, String name, @Nullable Double value) {
    if (value != null) {
      json.writeNumberProperty(name, value);
    }
  }

  /// Whole numbers without a fraction, as the seed writes percent and dBm.
  private static void number(JsonGenerator json, String name, @Nullable Double value) {
    if (value != null && value == Math.rint(value)) {
      json.writeNumberProperty(name, value.longValue());
    } else {
      decimal(json, name, value);
    }
  }
}
