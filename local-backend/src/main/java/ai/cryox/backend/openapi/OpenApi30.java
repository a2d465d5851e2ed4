package ai.cryox.backend.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An OpenAPI 3.1 document in the words of 3.0.3: the few that the API's own document uses.
final class OpenApi30 {
  private OpenApi30() {}

  static Map<String, Object> of(Map<String, Object> document) {
    Map<String, Object> older = object(document);
    older.put("openapi", "3.0.3");
    JsonDocument.inside(older, "info").remove("summary");
    return older;
  }

  private static Object value(Object value) {
    return switch (value) {
      case Map<?, ?> map -> object(map);
      case List<?> list -> list.stream().map(OpenApi30::value).toList();
      default -> value;
    };
  }

  private static Map<String, Object> object(Map<?, ?> map) {
    Map<String, Object> older = new LinkedHashMap<>();
    map.forEach((name, member) -> older.put(String.valueOf(name), value(member)));
    if (older.get("type") instanceof List<?> types) {
      List<Object> named = new ArrayList<>(types);
      if (named.remove("null")) {
        older.put("nullable", true);
      }
      older.put("type", named.getFirst());
    }
    // Of a schema; those of parameters and bodies have names, then as now.
    if (older.get("examples") instanceof List<?> examples) {
      older.remove("examples");
      older.put("example", examples.getFirst());
    }
    return older;
  }
}
