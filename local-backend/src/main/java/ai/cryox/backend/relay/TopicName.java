package ai.cryox.backend.relay;

import java.util.ArrayList;
import java.util.List;

/// The rules for the names of topics (MQTT 3.1.1 and 5, 4.7).
public final class TopicName {
  /// The longest topic that is taken, characters.
  public static final int LONGEST = 4_096;

  /// The most levels that a topic may have.
  public static final int DEEPEST = 64;

  private TopicName() {}

  /// Whether something may be published on it here: a name without wildcards, not too long and not
  /// too deep.
  public static boolean isValid(String topic) {
    if (topic.isEmpty() || topic.length() > LONGEST) {
      return false;
    }
    int levels = 1;
    for (int i = 0; i < topic.length(); i++) {
      char c = topic.charAt(i);
      if (c == '+' || c == '#' || c == 0) {
        return false;
      }
      if (c == '/') {
        levels++;
      }
    }
    return levels <= DEEPEST;
  }

  /// The parts between the slashes, empty ones too.
  static List<String> levels(String topic) {
    List<String> levels = new ArrayList<>();
    int start = 0;
    for (int slash = topic.indexOf('/'); slash >= 0; slash = topic.indexOf('/', start)) {
      levels.add(topic.substring(start, slash));
      start = slash + 1;
    }
    levels.add(topic.substring(start));
    return levels;
  }

  /// Whether a wildcard on the first level must not match it (4.7.2).
  static boolean isReserved(String topic) {
    return topic.startsWith("$");
  }
}
