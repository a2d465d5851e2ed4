package ai.cryox.backend.endpoint;

import java.util.HashMap;
import java.util.Map;

/// The short names that we give to topics towards one MQTT 5 client: first come, first served.
/// Event loop only.
final class GivenAliases {
  /// More would cost memory and save little.
  private static final int MOST = 32;

  private final int most;
  private final Map<String, Integer> aliases = new HashMap<>();

  /// @param wanted how many the client allows
  GivenAliases(int wanted) {
    most = Math.min(wanted, MOST);
  }

  /// The topic's alias, negative if it is given only now and the topic must be named once more; 0 =
  /// it has none.
  int of(String topic) {
    Integer known = aliases.get(topic);
    if (known != null) {
      return known;
    }
    if (aliases.size() >= most) {
      return 0;
    }
    int alias = aliases.size() + 1;
    aliases.put(topic, alias);
    return -alias;
  }
}
