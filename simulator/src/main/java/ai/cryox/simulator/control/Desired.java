package ai.cryox.simulator.control;

import ai.cryox.core.classify.AlertThresholds;
import ai.cryox.core.device.DeviceConfiguration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// What a device was told by its twin's desired properties. For one thread.
final class Desired {
  private static final JsonFactory JSON = new JsonFactory();

  private long version;
  private @Nullable Integer samplingRate;
  private @Nullable Double high;
  private @Nullable Double low;

  /// Takes over a whole twin.
  ///
  /// @return whether it was readable and newer than what is known
  boolean takeAll(byte[] twin) {
    return read(
        twin,
        json -> {
          Desired next = new Desired();
          for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            if (name.equals("desired")) {
              next.merge(json);
            } else {
              json.skipChildren();
            }
          }
          return next;
        });
  }

  /// Takes over a change.
  ///
  /// @return whether it was readable and newer than what is known
  boolean takePatch(byte[] patch) {
    return read(
        patch,
        json -> {
          Desired next = new Desired();
          next.copy(this);
          next.merge(json);
          return next;
        });
  }

  private interface Reading {
    Desired from(JsonParser json);
  }

  private boolean read(byte[] utf8, Reading reading) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), utf8)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      Desired next = reading.from(json);
      boolean isNewer = next.version > version;
      if (isNewer) {
        copy(next);
      }
      return isNewer;
    } catch (JacksonException unreadable) {
      return false;
    }
  }

  private void copy(Desired other) {
    version = other.version;
    samplingRate = other.samplingRate;
    high = other.high;
    low = other.low;
  }

  private void merge(JsonParser json) {
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      JsonToken token = json.nextToken();
      switch (name) {
        case "$version" -> version = token.isNumeric() ? json.getLongValue() : version;
        case "samplingRate" -> samplingRate = token.isNumeric() ? json.getIntValue() : null;
        case "alertThresholds" -> mergeThresholds(json, token);
        default -> json.skipChildren();
      }
    }
  }

  private void mergeThresholds(JsonParser json, JsonToken token) {
    if (token != JsonToken.START_OBJECT) {
      high = null;
      low = null;
      return;
    }
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      Double value = json.nextToken().isNumeric() ? json.getDoubleValue() : null;
      switch (name) {
        case "temperatureHigh" -> high = value;
        case "temperatureLow" -> low = value;
        default -> json.skipChildren();
      }
    }
  }

  /// The configuration that follows: the device's own where it was told nothing or nonsense.
  DeviceConfiguration over(DeviceConfiguration own) {
    boolean told = high != null || low != null;
    DeviceConfiguration wanted =
        new DeviceConfiguration(
            Objects.requireNonNullElse(samplingRate, own.samplingRate()),
            told ? new AlertThresholds(high, low) : own.alertThresholds());
    return wanted.problem() == null ? wanted : own;
  }
}
