package ai.cryox.connectors.cloud;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One JSON object of an answer, read leniently: what is missing or of another type than expected
/// is not there.
///
/// @param members not to be changed
record Tree(Map<String, @Nullable Object> members) {
  /// An object without members.
  static final Tree EMPTY = new Tree(Map.of());

  @SuppressWarnings("unchecked") // the names of a tree's members are texts
  static Tree of(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? new Tree((Map<String, @Nullable Object>) map) : EMPTY;
  }

  @Nullable Object get(String name) {
    return members.get(name);
  }

  boolean has(String name) {
    return members.get(name) != null;
  }

  Tree tree(String name) {
    return of(get(name));
  }

  /// The objects of an array.
  List<Tree> trees(String name) {
    return values(name).stream().map(Tree::of).toList();
  }

  /// The values of an array.
  List<?> values(String name) {
    return get(name) instanceof List<?> list ? list : List.of();
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    values(name).forEach(value -> texts.add(String.valueOf(value)));
    return texts;
  }

  @Nullable String text(String name) {
    return get(name) instanceof String text ? text : null;
  }

  String text(String name, String otherwise) {
    return get(name) instanceof String text ? text : otherwise;
  }

  double number(String name) {
    return get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  long whole(String name) {
    return get(name) instanceof Number number ? number.longValue() : 0;
  }

  boolean truth(String name) {
    return Boolean.TRUE.equals(get(name));
  }

  @Nullable Instant time(String name) {
    String text = text(name);
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException none) {
      return null;
    }
  }

  Instant time(String name, Instant otherwise) {
    Instant time = time(name);
    return time == null ? otherwise : time;
  }

  /// The same with one member changed.
  Tree with(String name, @Nullable Object value) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>(members);
    changed.put(name, value);
    return new Tree(changed);
  }
}
