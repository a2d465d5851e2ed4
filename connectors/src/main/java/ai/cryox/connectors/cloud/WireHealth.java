package ai.cryox.connectors.cloud;

import ai.cryox.core.health.AlarmHealth;
import ai.cryox.core.tree.TreeReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Alarm health as servers write it: device and condition stand in each entry and not in a key of
/// their own.
final class WireHealth {
  private WireHealth() {}

  static AlarmHealth read(Tree body) {
    Tree tree =
        body.with("chattering", keyed(body, "chattering"))
            .with("stale", keyed(body, "stale"))
            .with("worst", keyed(body, "worst"))
            .with("bySeverity", counted(body.tree("bySeverity")));
    return TreeReader.lenient().read(AlarmHealth.class, tree.members());
  }

  /// Only what occurred: servers also name what did not.
  private static Map<String, @Nullable Object> counted(Tree counts) {
    Map<String, @Nullable Object> some = new LinkedHashMap<>(counts.members());
    some.values().removeIf(count -> count instanceof Number none && none.longValue() == 0);
    return some;
  }

  private static List<Map<String, @Nullable Object>> keyed(Tree body, String name) {
    return body.trees(name).stream()
        .map(entry ->
            entry.with("key", entry.members()).with("alarmId", entry.get("alertId")).members())
        .toList();
  }
}
