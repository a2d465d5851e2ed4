package ai.cryox.backend.escalation;

import ai.cryox.backend.json.JsonTrees;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// A JSON object as maps, lists, texts, whole numbers and flags; what has no value is left out.
final class JsonTree {
  private static final int DEEPEST = 12;
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private JsonTree() {}

  /// Reads one object.
  ///
  /// @throws IllegalArgumentException if it is none, with a sentence
  static Map<String, Object> read(byte[] utf8) {
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("This is no JSON object.");
      }
      Map<String, Object> object = object(json, 0);
      if (json.nextToken() != null) {
        throw new IllegalArgumentException("There is something after the JSON object.");
      }
      return object;
    } catch (JacksonException broken) {
      throw new IllegalArgumentException(
          "This is not JSON that can be used: " + broken.getOriginalMessage() + ".", broken);
    }
  }

  private static Map<String, Object> object(JsonParser json, int depth) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      Object value = value(json, json.nextToken(), depth + 1);
      if (value != null) {
        members.put(name, value);
      }
    }
    return members;
  }

  private static @Nullable Object value(JsonParser json, JsonToken token, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("Objects and arrays lie too deep in this JSON.");
    }
    return switch (token) {
      case START_OBJECT -> object(json, depth);
      case START_ARRAY -> list(json, depth);
      case VALUE_STRING -> json.getString();
      case VALUE_NUMBER_INT -> json.getLongValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new IllegalArgumentException("Numbers here are whole numbers.");
    };
  }

  private static List<Object> list(JsonParser json, int depth) {
    List<Object> items = new ArrayList<>();
    for (JsonToken token = json.nextToken();
        token != JsonToken.END_ARRAY;
        token = json.nextToken()) {
      Object item = value(json, token, depth + 1);
      if (item == null) {
        throw new IllegalArgumentException("A list here must not contain null.");
      }
      items.add(item);
    }
    return items;
  }

  /// Writes one object, as UTF-8.
  static byte[] write(Map<String, ?> object) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      JsonTrees.write(json, object);
    }
    return bytes.toByteArray();
  }
}
