package ai.cryox.backend.profile;

import ai.cryox.core.classify.CumulativeLimit;
import ai.cryox.core.classify.Level;
import ai.cryox.core.classify.Limit;
import ai.cryox.core.classify.RateLimit;
import ai.cryox.core.classify.Side;
import ai.cryox.core.classify.StorageProfile;
import java.io.StringWriter;
import java.util.EnumMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A storage profile as JSON, in the store and over the API: `profileId`, `name`, `limits` by level
/// (`lowLow`, `low`, `high`, `highHigh`), `cumulative` and `rate`. Times are ISO 8601 durations.
public final class ProfileJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private static final Map<Level, String> LEVELS =
      new EnumMap<>(
          Map.of(
              Level.LOW_LOW, "lowLow",
              Level.LOW, "low",
              Level.HIGH, "high",
              Level.HIGH_HIGH, "highHigh"));

  private ProfileJson() {}

  /// How a level is called.
  static String nameOf(Level level) {
    return LEVELS.getOrDefault(level, "");
  }

  /// The whole object as one text.
  public static String text(StorageProfile profile) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      members(json, profile);
      json.writeEndObject();
    }
    return text.toString();
  }

  /// Reads what {@link #text} wrote.
  ///
  /// @throws IllegalArgumentException if it is no profile, with a sentence
  public static StorageProfile parse(String text) {
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("A profile must be a JSON object.");
      }
      return new ProfileReader(json).profile();
    } catch (JacksonException broken) {
      throw new IllegalArgumentException(
          "A profile is not JSON that can be used: " + broken.getOriginalMessage(), broken);
    }
  }

  /// Reads an object whose first token was consumed.
  ///
  /// @throws IllegalArgumentException if it is no profile, with a sentence
  public static StorageProfile read(JsonParser json) {
    return new ProfileReader(json).profile();
  }

  /// Writes the members of an object.
  public static void members(JsonGenerator json, StorageProfile profile) {
    json.writeStringProperty("profileId", profile.id());
    json.writeStringProperty("name", profile.name());
    json.writeObjectPropertyStart("limits");
    for (Level level : Level.values()) {
      Limit limit = profile.limit(level);
      if (limit != null) {
        write(json, nameOf(level), limit);
      }
    }
    json.writeEndObject();
    json.writeArrayPropertyStart("cumulative");
    profile.cumulative().forEach(limit -> write(json, limit));
    json.writeEndArray();
    RateLimit rate = profile.rate();
    if (rate != null) {
      json.writeObjectPropertyStart("rate");
      json.writeNumberProperty("perMinute", rate.perMinute());
      json.writeStringProperty("over", rate.over().toString());
      json.writeEndObject();
    }
  }

  private static void write(JsonGenerator json, String name, Limit limit) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("value", limit.value());
    json.writeBooleanProperty("inclusive", limit.inclusive());
    json.writeNumberProperty("deadband", limit.deadband());
    json.writeStringProperty("onDelay", limit.onDelay().toString());
    json.writeStringProperty("offDelay", limit.offDelay().toString());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, CumulativeLimit limit) {
    json.writeStartObject();
    json.writeStringProperty("side", limit.side() == Side.HIGH ? "high" : "low");
    json.writeNumberProperty("value", limit.value());
    json.writeStringProperty("budget", limit.budget().toString());
    json.writeEndObject();
  }
}
