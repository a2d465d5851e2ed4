package ai.cryox.core.tree;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what {@link TreeWriter} wrote, or what another program wrote by the same rules. Any
/// thread.
///
/// A component that may be `null` may be missing; so may a collection, which is empty then, and a
/// floating-point number, which is NaN. A lenient reader also takes a missing text for an empty
/// one, and a missing number or truth value for 0 or false: the other side may be older. Enums are
/// known in any case, with or without `_` and `-`. What makes no sense is an {@link
/// IllegalArgumentException} with a sentence that names the member.
public final class TreeReader {
  private final boolean strict;

  private TreeReader(boolean strict) {
    this.strict = strict;
  }

  /// Refuses members that nobody knows: a misspelt limit must not be lost silently.
  public static TreeReader strict() {
    return new TreeReader(true);
  }

  /// Skips members that nobody knows, and does without some: the other side may be newer or older.
  public static TreeReader lenient() {
    return new TreeReader(false);
  }

  /// A value of a type.
  ///
  /// @throws IllegalArgumentException if the tree is none, with a sentence
  public <T> T read(Class<T> type, @Nullable Object tree) {
    Object value = value(type, tree, "The body");
    if (value == null) {
      throw new IllegalArgumentException("There is no " + type.getSimpleName() + ".");
    }
    return type.cast(value);
  }

  /// Several values of a type.
  ///
  /// @throws IllegalArgumentException if the tree is no list of them, with a sentence
  public <T> List<T> list(Class<T> of, @Nullable Object tree) {
    List<T> values = new ArrayList<>();
    items(tree, "The body").forEach(item -> values.add(read(of, item)));
    return values;
  }

  private @Nullable Object value(Type type, @Nullable Object tree, String where) {
    if (type instanceof ParameterizedType of) {
      return of.getRawType() == Map.class ? map(of, tree, where) : collection(of, tree, where);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return tree == null ? null : record(plain, members(tree, where), where);
    }
    if (plain.isSealed() && plain.isInterface()) {
      return tree == null ? null : oneOf(plain, members(tree, where), where);
    }
    return Leaves.read(plain, tree, where);
  }

  private Object collection(ParameterizedType of, @Nullable Object tree, String where) {
    List<Object> values = new ArrayList<>();
    Type item = of.getActualTypeArguments()[0];
    for (Object member : items(tree, where)) {
      values.add(required(value(item, member, where), where));
    }
    if (of.getRawType() == Set.class) {
      return new LinkedHashSet<>(values);
    }
    return values;
  }

  private Map<Object, Object> map(ParameterizedType of, @Nullable Object tree, String where) {
    Map<Object, Object> values = new LinkedHashMap<>();
    if (tree != null) {
      Class<?> key = (Class<?>) of.getActualTypeArguments()[0];
      Type item = of.getActualTypeArguments()[1];
      members(tree, where)
          .forEach((name, member) ->
              values.put(
                  required(Leaves.read(key, name, where), where),
                  required(value(item, member, where + "." + name), where)));
    }
    return values;
  }

  private Object oneOf(Class<?> sealed, Map<String, Object> members, String where) {
    Object kind = members.get(TreeWriter.KIND);
    for (Class<?> candidate : sealed.getPermittedSubclasses()) {
      if (TreeWriter.kind(candidate).equals(kind)) {
        Map<String, Object> rest = new LinkedHashMap<>(members);
        rest.remove(TreeWriter.KIND);
        return record(candidate, rest, where);
      }
    }
    throw new IllegalArgumentException(
        "%s must have a member kind that is one of %s."
            .formatted(
                where,
                Arrays.stream(sealed.getPermittedSubclasses()).map(TreeWriter::kind).toList()));
  }

  private Object record(Class<?> type, Map<String, Object> members, String where) {
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      String name = components[i].getName();
      types[i] = components[i].getType();
      Object value = value(components[i].getGenericType(), members.get(name), name);
      values[i] =
          isOptional(components[i])
              ? value
              : required(value == null ? usual(types[i]) : value, name);
    }
    if (strict) {
      refuseUnknown(components, members, where);
    }
    return made(type, types, values);
  }

  private @Nullable Object usual(Class<?> type) {
    return strict ? null : Leaves.usual(type);
  }

  private static boolean isOptional(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static void refuseUnknown(
      RecordComponent[] components, Map<String, Object> members, String where) {
    for (String name : members.keySet()) {
      if (Arrays.stream(components).noneMatch(component -> component.getName().equals(name))) {
        throw new IllegalArgumentException("%s has an unknown member '%s'.".formatted(where, name));
      }
    }
  }

  private static Object made(Class<?> type, Class<?>[] types, @Nullable Object[] values) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      // Bodies of requests are records that nobody else needs to see.
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException refused) {
      if (refused.getCause() instanceof IllegalArgumentException nonsense) {
        throw nonsense;
      }
      throw new IllegalArgumentException(
          "A %s cannot be like that.".formatted(type.getSimpleName()), refused);
    } catch (ReflectiveOperationException broken) {
      throw new LinkageError("a record's constructor failed: " + type, broken);
    }
  }

  private static Object required(@Nullable Object value, String name) {
    if (value == null) {
      throw new IllegalArgumentException("A member %s is missing.".formatted(name));
    }
    return value;
  }

  @SuppressWarnings("unchecked") // the names of a tree's members are texts
  private static Map<String, Object> members(@Nullable Object tree, String where) {
    if (tree instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new IllegalArgumentException(where + " must be an object.");
  }

  private static List<?> items(@Nullable Object tree, String where) {
    return switch (tree) {
      case null -> List.of();
      case List<?> list -> list;
      default -> throw new IllegalArgumentException(where + " must be an array.");
    };
  }
}
