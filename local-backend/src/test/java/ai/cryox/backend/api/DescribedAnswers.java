package ai.cryox.backend.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.openapi.OpenApi;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Holds answers against the API's own description, by a JSON Schema validator that is not ours.
final class DescribedAnswers {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final JsonNode DOCUMENT = MAPPER.readTree(OpenApi.document());
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

  private DescribedAnswers() {}

  /// The address as the description has it, or `null` if it has none for this path. One without
  /// parameters wins.
  static @Nullable String template(String path) {
    String found = null;
    for (String template : DOCUMENT.get("paths").propertyNames()) {
      String pattern =
          Pattern.compile("\\{[^}]+}")
              .splitAsStream(template + " ")
              .map(Pattern::quote)
              .reduce((left, right) -> left + "[^/]+" + right)
              .orElseThrow();
      if ((path + " ").matches(pattern)
          && (found == null || template.indexOf('{') < 0 || template.length() > found.length())) {
        found = template;
      }
    }
    return found;
  }

  /// Fails if the answer's status, type or body is not described.
  static void check(HttpResponse<String> answer) {
    String method = answer.request().method().toLowerCase(Locale.ROOT);
    String path = answer.request().uri().getRawPath();
    String what = method + " " + path + " -> " + answer.statusCode();
    String type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
    String template = template(path);
    JsonNode operation = template == null ? null : DOCUMENT.get("paths").get(template).get(method);
    if (operation == null) {
      assertTrue(answer.statusCode() >= 400, what + " is not described");
      assertEquals(Problems.MEDIA_TYPE, type, what);
      validate(what, "problem", problem(), answer.body());
      return;
    }
    JsonNode response = operation.get("responses").get(Integer.toString(answer.statusCode()));
    assertNotNull(response, what + " has a status that is not described");
    JsonNode content = resolved(response).get("content");
    if (answer.body().isEmpty()) {
      assertTrue(content == null, what + " has no body");
      return;
    }
    assertNotNull(content, what + " has a body that is not described");
    JsonNode media = content.get(type);
    media = media == null ? content.get("*/*") : media;
    assertNotNull(media, what + " has the type " + type);
    if (type.endsWith("json")) {
      String key = method + template + answer.statusCode() + type;
      validate(what, key, media.get("schema"), answer.body());
    }
  }

  private static JsonNode problem() {
    return DOCUMENT.at("/components/schemas/Problem");
  }

  private static JsonNode resolved(JsonNode node) {
    JsonNode ref = node.get("$ref");
    return ref == null ? node : DOCUMENT.at(ref.asString().substring(1));
  }

  private static void validate(String what, String key, JsonNode schema, String body) {
    Schema compiled = SCHEMAS.computeIfAbsent(key, _ -> compiled(schema));
    var errors = compiled.validate(body, InputFormat.JSON);
    assertTrue(errors.isEmpty(), () -> what + ": " + errors + "\n" + body);
  }

  /// The schema, and beside it everything it may refer to.
  private static Schema compiled(JsonNode schema) {
    ObjectNode root = MAPPER.createObjectNode();
    root.set("components", DOCUMENT.get("components"));
    root.putArray("allOf").add(schema);
    return REGISTRY.getSchema(root);
  }
}
