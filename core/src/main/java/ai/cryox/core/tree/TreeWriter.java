package ai.cryox.core.tree;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes values as trees. Any thread.
///
/// A record becomes a map of its components; what is `null` or NaN is left out. Where a sealed
/// interface is declared, a member `kind` says which record it is. Enums become their names, times
/// and durations ISO 8601, bytes Base64.
public final class TreeWriter {
  /// Says which record of a sealed interface it is.
  static final String KIND = "kind";

  private TreeWriter() {}

  /// The tree of a value.
  ///
  /// @return `null` for nothing
  public static @Nullable Object write(@Nullable Object value) {
    return value == null ? null : write(value.getClass(), value);
  }

  /// The trees of several values of a type.
  ///
  /// @param declared which type; matters if it is a sealed interface
  public static List<@Nullable Object> list(Class<?> declared, Collection<?> values) {
    List<@Nullable Object> trees = new ArrayList<>();
    values.forEach(value -> trees.add(write(declared, value)));
    return trees;
  }

  private static @Nullable Object write(Type declared, @Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Double number when number.isNaN() -> null;
      case Float number -> (double) number;
      case Integer number -> (long) number;
      case Double _, Long _, Boolean _, String _ -> value;
      case Enum<?> constant -> constant.name();
      case byte[] bytes -> Base64.getEncoder().encodeToString(bytes);
      case Map<?, ?> map -> map(argument(declared, 1), map);
      case Collection<?> values -> collection(argument(declared, 0), values);
      case Record whole -> record(declared, whole);
      default -> value.toString();
    };
  }

  /// Sorted, since neither a set nor the maps of records have an order of their own.
  private static Map<String, @Nullable Object> map(Type of, Map<?, ?> map) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    map.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(TreeWriter::compareKeys))
        .forEach(entry -> tree.put(key(entry.getKey()), write(of, entry.getValue())));
    return tree;
  }

  private static int compareKeys(Object left, Object right) {
    return key(left).compareTo(key(right));
  }

  private static String key(Object key) {
    return key instanceof Enum<?> constant ? constant.name() : key.toString();
  }

  private static List<@Nullable Object> collection(Type of, Collection<?> values) {
    List<@Nullable Object> tree = new ArrayList<>(values.size());
    values.forEach(value -> tree.add(write(of, value)));
    if (!(values instanceof List<?>)) {
      tree.sort((left, right) -> String.valueOf(left).compareTo(String.valueOf(right)));
    }
    return tree;
  }

  private static Map<String, @Nullable Object> record(Type declared, Record whole) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    if (declared instanceof Class<?> type && type.isSealed()) {
      tree.put(KIND, kind(whole.getClass()));
    }
    for (RecordComponent component : whole.getClass().getRecordComponents()) {
      Object member = write(component.getGenericType(), value(component, whole));
      if (member != null) {
        tree.put(component.getName(), member);
      }
    }
    return tree;
  }

  /// What a record of a sealed interface is called.
  static String kind(Class<?> record) {
    String name = record.getSimpleName();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  private static @Nullable Object value(RecordComponent component, Record whole) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(whole);
    } catch (ReflectiveOperationException broken) {
      throw new LinkageError("a record's accessor failed: " + component, broken);
    }
  }

  private static Type argument(Type declared, int index) {
    return declared instanceof ParameterizedType of
        ? of.getActualTypeArguments()[index]
        : Object.class;
  }
}
