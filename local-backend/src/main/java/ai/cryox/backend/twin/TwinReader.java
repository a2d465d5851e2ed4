package ai.cryox.backend.twin;

import ai.cryox.core.downstream.RefusedException;
import ai.cryox.core.downstream.RefusedException.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Twins' values, and what goes with them, as JSON text. Reading is strict: what IoT Hub would
/// refuse is refused.
final class TwinReader {
  /// A member that comes twice is an error: the last one would silently win.
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private TwinReader() {}

  /// Reads a patch.
  ///
  /// @throws RefusedException if it is no JSON object, or has something that no twin may have
  static TwinValue.Group patch(byte[] utf8) {
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw malformed("The properties must be a JSON object.");
      }
      TwinValue.Group group = group(json, 0);
      if (json.nextToken() != null) {
        throw malformed("The properties must be one JSON object and nothing more.");
      }
      return group;
    } catch (JacksonException broken) {
      throw malformed("This is not JSON that can be used: " + broken.getOriginalMessage());
    }
  }

  private static TwinValue.Group group(JsonParser json, int depth) {
    allow(depth);
    Map<String, TwinValue> members = new LinkedHashMap<>();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      require(TwinLimits.nameProblem(name));
      members.put(name, value(json, json.nextToken(), depth + 1));
    }
    return new TwinValue.Group(members);
  }

  private static TwinValue.Sequence sequence(JsonParser json, int depth) {
    allow(depth);
    List<TwinValue> items = new ArrayList<>();
    for (JsonToken token = json.nextToken();
        token != JsonToken.END_ARRAY;
        token = json.nextToken()) {
      if (token == JsonToken.VALUE_NULL) {
        throw malformed("An array must not contain null.");
      }
      items.add(value(json, token, depth + 1));
    }
    return new TwinValue.Sequence(items);
  }

  private static TwinValue value(JsonParser json, JsonToken token, int depth) {
    return switch (token) {
      case START_OBJECT -> group(json, depth);
      case START_ARRAY -> sequence(json, depth);
      case VALUE_STRING -> text(json.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        boolean whole = token == JsonToken.VALUE_NUMBER_INT;
        require(TwinLimits.numberProblem(json.getDecimalValue(), whole));
        yield new TwinValue.Numeral(json.getDecimalValue());
      }
      case VALUE_TRUE -> new TwinValue.Flag(true);
      case VALUE_FALSE -> new TwinValue.Flag(false);
      case VALUE_NULL -> new TwinValue.Nothing();
      default -> throw malformed("The properties end too early.");
    };
  }

  private static TwinValue.Text text(String text) {
    require(TwinLimits.textProblem(text));
    return new TwinValue.Text(text);
  }

  private static void allow(int depth) {
    if (depth > TwinLimits.DEEPEST) {
      throw malformed("Objects and arrays lie at most 10 deep.");
    }
  }

  private static void require(@Nullable String problem) {
    if (problem != null) {
      throw malformed(problem);
    }
  }

  private static RefusedException malformed(String sentence) {
    return new RefusedException(Reason.MALFORMED, sentence);
  }

  /// Whether this is one JSON value and nothing more.
  static boolean isValue(byte[] utf8) {
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
      if (json.nextToken() == null) {
        return false;
      }
      json.skipChildren();
      return json.nextToken() == null;
    } catch (JacksonException broken) {
      return false;
    }
  }
}
