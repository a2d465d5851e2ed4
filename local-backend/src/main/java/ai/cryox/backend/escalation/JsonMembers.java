package ai.cryox.backend.escalation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The members of one JSON object, each asked for by name and type. What is not there, of another
/// type or unknown is refused with a sentence that names it.
final class JsonMembers {
  private final Map<?, ?> members;
  private final String where;

  JsonMembers(Object object, String where, String... known) {
    if (!(object instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("%s must be an object.".formatted(where));
    }
    this.members = map;
    this.where = where;
    for (Object name : map.keySet()) {
      if (!Arrays.asList(known).contains(name)) {
        throw new IllegalArgumentException("%s has an unknown member '%s'.".formatted(where, name));
      }
    }
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  String text(String name) {
    String text = optional(name);
    if (text == null) {
      throw new IllegalArgumentException("%s needs '%s', a text.".formatted(where, name));
    }
    return text;
  }

  @Nullable String optional(String name) {
    Object value = members.get(name);
    if (value != null && !(value instanceof String)) {
      throw new IllegalArgumentException("'%s' of %s must be a text.".formatted(name, where));
    }
    return (String) value;
  }

  boolean flag(String name) {
    Object value = members.get(name);
    if (value != null && !(value instanceof Boolean)) {
      throw new IllegalArgumentException("'%s' of %s is true or false.".formatted(name, where));
    }
    return value != null && (Boolean) value;
  }

  int whole(String name) {
    Object value = members.get(name);
    if (value == null) {
      return 0;
    }
    if (!(value instanceof Long number) || number < 0 || number > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "'%s' of %s must be a whole number from 0.".formatted(name, where));
    }
    return number.intValue();
  }

  /// A text in which something else is written.
  <T> T parsed(String name, Function<String, T> parse) {
    return parse(text(name), name, parse);
  }

  private <T> T parse(String text, String name, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (RuntimeException nonsense) {
      throw new IllegalArgumentException(
          "'%s' of %s cannot be '%s'.".formatted(name, where, text), nonsense);
    }
  }

  List<Object> list(String name) {
    Object value = members.get(name);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> items)) {
      throw new IllegalArgumentException("'%s' of %s must be a list.".formatted(name, where));
    }
    return List.copyOf(items);
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Object item : list(name)) {
      if (!(item instanceof String text)) {
        throw new IllegalArgumentException("'%s' of %s are texts.".formatted(name, where));
      }
      texts.add(text);
    }
    return texts;
  }

  /// Words of an enum, in any case.
  <E extends Enum<E>> Set<E> words(String name, Class<E> type) {
    Set<E> words = new LinkedHashSet<>();
    for (String text : texts(name)) {
      words.add(parse(text, name, word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT))));
    }
    return words;
  }

  Object object(String name) {
    Object value = members.get(name);
    return value == null ? Map.of() : value;
  }
}
