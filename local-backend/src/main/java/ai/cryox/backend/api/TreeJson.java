package ai.cryox.backend.api;

import ai.cryox.backend.json.JsonTrees;
import ai.cryox.core.downstream.RefusedException;
import ai.cryox.core.tree.TreeReader;
import ai.cryox.core.tree.TreeWriter;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Our own types as JSON, by the rules of {@link TreeWriter}; consoles on other machines read and
/// write by the same.
final class TreeJson {
  /// A plan with hundreds of people; bytes.
  private static final int LONGEST = 1024 * 1024;

  private TreeJson() {}

  /// Answers with one value.
  static void answer(Context ctx, Object value) {
    Json.answer(ctx, json -> members(json, value));
  }

  /// Writes the members of a value that is an object.
  static void members(JsonGenerator json, Object value) {
    if (TreeWriter.write(value) instanceof Map<?, ?> members) {
      members.forEach((name, member) -> {
        json.writeName(String.valueOf(name));
        JsonTrees.write(json, member);
      });
    }
  }

  /// Writes values under a name, as an array.
  static void array(JsonGenerator json, String name, List<?> values) {
    json.writeName(name);
    JsonTrees.write(json, TreeWriter.list(Object.class, values));
  }

  /// The body, which must be one object of this type.
  static <T> T body(Context ctx, Class<T> type) {
    return body(ctx, type, LONGEST);
  }

  /// The same, as long as it needs to be.
  ///
  /// @param longest bytes
  static <T> T body(Context ctx, Class<T> type, int longest) {
    Map<String, @Nullable Object> tree =
        RequestBody.parse(RequestBody.read(ctx, longest), TreeJson::members);
    return sensible(() -> TreeReader.strict().read(type, tree));
  }

  /// What somebody wants done, where nonsense is a bad request.
  static <T> T sensible(Supplier<T> action) {
    try {
      return action.get();
    } catch (RefusedException refused) {
      throw refused;
    } catch (IllegalArgumentException nonsense) {
      throw ProblemException.badRequest(String.valueOf(nonsense.getMessage()));
    }
  }

  /// Answers with what comes of a body of this type.
  static <B> void answer(Context ctx, Class<B> type, Function<B, ?> action) {
    B body = body(ctx, type);
    answer(ctx, sensible(() -> action.apply(body)));
  }

  private static Map<String, @Nullable Object> members(JsonParser json) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      members.put(name, read(json, json.nextToken()));
    }
    return members;
  }

  private static @Nullable Object read(JsonParser json, JsonToken token) {
    return switch (token) {
      case START_OBJECT -> members(json);
      case START_ARRAY -> {
        List<@Nullable Object> items = new ArrayList<>();
        for (JsonToken n = json.nextToken(); n != JsonToken.END_ARRAY; n = json.nextToken()) {
          items.add(read(json, n));
        }
        yield items;
      }
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT -> json.getNumberValue();
      case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      case VALUE_STRING -> json.getString();
      default -> null;
    };
  }
}
