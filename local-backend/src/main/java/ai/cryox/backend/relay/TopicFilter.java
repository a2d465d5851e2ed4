package ai.cryox.backend.relay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which topics a subscription means: `+` stands for one level, a last `#` for all below and the
/// level above them.
///
/// @param text as the client wrote it
/// @param share the name of the group that shares it (MQTT 5, 4.8.2), or `null`
/// @param levels without the group
public record TopicFilter(String text, @Nullable String share, List<String> levels) {
  private static final String SHARE = "$share/";

  /// Reads one.
  ///
  /// @return `null` if it is none, too long or too deep
  public static @Nullable TopicFilter parse(String text) {
    if (text.isEmpty() || text.length() > TopicName.LONGEST || text.indexOf('\0') >= 0) {
      return null;
    }
    String share = null;
    String rest = text;
    if (text.startsWith(SHARE)) {
      int slash = text.indexOf('/', SHARE.length());
      share = slash < 0 ? "" : text.substring(SHARE.length(), slash);
      rest = slash < 0 ? "" : text.substring(slash + 1);
      if (share.isEmpty() || rest.isEmpty() || hasWildcard(share)) {
        return null;
      }
    }
    List<String> levels = List.copyOf(TopicName.levels(rest));
    return areValid(levels) ? new TopicFilter(text, share, levels) : null;
  }

  private static boolean areValid(List<String> levels) {
    for (int i = 0; i < levels.size(); i++) {
      String level = levels.get(i);
      boolean whole =
          level.equals("+") || (level.equals("#") && i == levels.size() - 1) || !hasWildcard(level);
      if (!whole) {
        return false;
      }
    }
    return levels.size() <= TopicName.DEEPEST;
  }

  private static boolean hasWildcard(String text) {
    return text.indexOf('+') >= 0 || text.indexOf('#') >= 0;
  }

  /// The one topic that is meant, or `null` if there may be several.
  @Nullable String exactTopic() {
    return levels.stream().anyMatch(TopicFilter::hasWildcard) ? null : String.join("/", levels);
  }

  /// Whether the topic is meant.
  public boolean matches(String topic) {
    return matches(topic, TopicName.levels(topic));
  }

  boolean matches(String topic, List<String> name) {
    if (TopicName.isReserved(topic) && hasWildcard(levels.getFirst())) {
      return false;
    }
    for (int i = 0; i < levels.size(); i++) {
      String level = levels.get(i);
      if (level.equals("#")) {
        return true;
      }
      if (i >= name.size() || !(level.equals("+") || level.equals(name.get(i)))) {
        return false;
      }
    }
    return name.size() == levels.size();
  }

  /// Whether every topic that the other filter means is meant as well.
  public boolean covers(TopicFilter other) {
    for (int i = 0; i < levels.size(); i++) {
      String mine = levels.get(i);
      if (mine.equals("#")) {
        return true;
      }
      if (i >= other.levels.size()) {
        return false;
      }
      String theirs = other.levels.get(i);
      if (!mine.equals(theirs) && (!mine.equals("+") || theirs.equals("#"))) {
        return false;
      }
    }
    return levels.size() == other.levels.size();
  }
}
