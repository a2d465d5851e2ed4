package ai.cryox.simulator.control;

import ai.cryox.core.classify.AlertThresholds;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.simulator.fleet.SimulatedDevice;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What a device says of itself, and what it is asked, as JSON in UTF-8.
final class ControlJson {
  private static final JsonFactory JSON = new JsonFactory();

  private ControlJson() {}

  /// The members of a twin; a limit that does not hold is `null`, which deletes it there.
  static byte[] configuration(DeviceConfiguration configuration) {
    return object(json -> {
      Integer rate = configuration.samplingRate();
      if (rate != null) {
        json.writeNumberProperty("samplingRate", rate);
      }
      AlertThresholds thresholds = configuration.alertThresholds();
      json.writeObjectPropertyStart("alertThresholds");
      limit(json, "temperatureHigh", thresholds == null ? null : thresholds.temperatureHigh());
      limit(json, "temperatureLow", thresholds == null ? null : thresholds.temperatureLow());
      json.writeEndObject();
    });
  }

  private static void limit(JsonGenerator json, String name, @Nullable Double value) {
    if (value == null) {
      json.writeNullProperty(name);
    } else {
      json.writeNumberProperty(name, value);
    }
  }

  static byte[] identity(SimulatedDevice device) {
    return object(json -> {
      json.writeStringProperty("deviceId", device.deviceId());
      json.writeStringProperty("facilityId", device.facilityId());
      json.writeStringProperty("zone", device.zone());
      json.writeStringProperty("name", device.name());
    });
  }

  static byte[] message(String sentence) {
    return object(json -> json.writeStringProperty("message", sentence));
  }

  /// The number of seconds in `{"samplingRate":60}` or in `60`; `null` if there is none.
  static @Nullable Integer samplingRate(byte[] payload) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), payload)) {
      JsonToken token = json.nextToken();
      if (token == JsonToken.START_OBJECT && "samplingRate".equals(json.nextName())) {
        token = json.nextToken();
      }
      return token == JsonToken.VALUE_NUMBER_INT ? Integer.valueOf(json.getIntValue()) : null;
    } catch (JacksonException unreadable) {
      return null;
    }
  }

  private static byte[] object(Consumer<JsonGenerator> members) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      members.accept(json);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }
}
