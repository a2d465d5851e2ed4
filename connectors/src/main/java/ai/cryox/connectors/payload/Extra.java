package ai.cryox.connectors.payload;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The members a device sent that we have no word for, on their way back out. What was unknown
/// inside of a known object stands in a member of that object's name and goes back into it. One
/// thread.
final class Extra {
  private static final JsonFactory JSON = WireJson.factory();
  private static final Extra NONE = new Extra(null);

  private final @Nullable Members members;

  private Extra(@Nullable Members members) {
    this.members = members;
  }

  /// @param json one JSON object as the decoder keeps it; anything else counts as nothing
  static Extra of(@Nullable String json) {
    if (json == null) {
      return NONE;
    }
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      return parser.nextToken() == JsonToken.START_OBJECT
          ? new Extra(Members.read(parser, json))
          : NONE;
    } catch (JacksonException broken) {
      return NONE;
    }
  }

  /// What was unknown inside of the named object, taken out.
  Extra inside(String name) {
    return members == null ? NONE : of(members.raw(name));
  }

  /// What is left, as one JSON object; `null` if nothing.
  @Nullable String json() {
    try {
      return members == null ? null : members.extra();
    } catch (UnusableException noJson) {
      return null;
    }
  }
}
