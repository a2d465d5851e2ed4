package ai.cryox.backend.store;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The member `defrost` or `defrosting` of a message of telemetry: true while the evaporator is
/// heated. It is not part of the agreed payload and so is kept among the members nobody has a word
/// for; controllers of freezers send it.
final class DefrostNote {
  private static final JsonFactory JSON = new JsonFactory();

  private DefrostNote() {}

  /// What the members say of it, `null` if nothing or if they cannot be read.
  ///
  /// @param extra one JSON object
  static @Nullable Boolean in(@Nullable String extra) {
    if (extra == null || !extra.contains("defrost")) {
      return null;
    }
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), extra)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if ("defrost".equals(name) || "defrosting".equals(name)) {
          return value == JsonToken.VALUE_TRUE
              ? Boolean.TRUE
              : value == JsonToken.VALUE_FALSE ? Boolean.FALSE : null;
        }
        parser.skipChildren();
      }
      return null;
    } catch (JacksonException unreadable) {
      return null;
    }
  }
}
