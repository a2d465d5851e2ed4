package ai.cryox.backend.endpoint;

import org.jspecify.annotations.Nullable;

/// The short names that an MQTT 5 client gives to its topics. Event loop only.
final class TopicAliases {
  /// How many one connection may give.
  static final int MAX = 16;

  private final @Nullable String[] topics = new @Nullable String[MAX + 1];

  static boolean isValid(int alias) {
    return alias >= 1 && alias <= MAX;
  }

  /// The topic that is meant: the given one, which the alias stands for from now on, or where it is
  /// empty the one the alias stands for; `null` if it stands for none.
  @Nullable String resolve(String topic, int alias) {
    if (!topic.isEmpty()) {
      topics[alias] = topic;
    }
    return topics[alias];
  }
}
