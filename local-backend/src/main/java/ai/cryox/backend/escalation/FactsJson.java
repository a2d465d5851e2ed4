package ai.cryox.backend.escalation;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// A notification's facts as JSON: named texts.
public final class FactsJson {
  private FactsJson() {}

  /// Writes them, sorted by name.
  public static String write(Map<String, String> facts) {
    return new String(JsonTree.write(new TreeMap<>(facts)), StandardCharsets.UTF_8);
  }

  /// Reads them.
  public static Map<String, String> read(String json) {
    Map<String, String> facts = new LinkedHashMap<>();
    JsonTree.read(json.getBytes(StandardCharsets.UTF_8))
        .forEach((name, value) -> facts.put(name, String.valueOf(value)));
    return facts;
  }
}
