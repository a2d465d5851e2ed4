package ai.cryox.core.tree;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads what has no parts: numbers, texts, times, enums.
final class Leaves {
  private Leaves() {}

  /// @return `null` if there is nothing; NaN if a `double` is wanted
  static @Nullable Object read(Class<?> type, @Nullable Object tree, String where) {
    if (tree == null) {
      return type == double.class ? Double.NaN : null;
    }
    if (type == boolean.class || type == Boolean.class) {
      return cast(Boolean.class, tree, where, "true or false");
    }
    if (isNumber(type)) {
      return number(type, cast(Number.class, tree, where, "a number"), where);
    }
    String text = cast(String.class, tree, where, "a text");
    try {
      return text(type, text);
    } catch (DateTimeException | IllegalArgumentException none) {
      throw new IllegalArgumentException(
          "%s cannot be '%s': that is no %s.".formatted(where, text, words(type)), none);
    }
  }

  /// What nothing amounts to; `null` if to nothing.
  static @Nullable Object usual(Class<?> type) {
    if (type == String.class) {
      return "";
    }
    if (type == boolean.class) {
      return false;
    }
    if (type == int.class) {
      return 0;
    }
    return type == long.class ? 0L : null;
  }

  private static boolean isNumber(Class<?> type) {
    return type.isPrimitive() || Number.class.isAssignableFrom(type);
  }

  private static Object number(Class<?> type, Number number, String where) {
    if (type == double.class || type == Double.class) {
      return number.doubleValue();
    }
    if (number.doubleValue() != Math.rint(number.doubleValue())
        || ((type == int.class || type == Integer.class)
            && number.longValue() != number.intValue())) {
      throw new IllegalArgumentException(where + " must be a whole number.");
    }
    return type == long.class || type == Long.class
        ? (Object) number.longValue()
        : (Object) number.intValue();
  }

  private static Object text(Class<?> type, String text) {
    if (type == Instant.class) {
      return Instant.parse(text);
    }
    if (type == Duration.class) {
      return Duration.parse(text);
    }
    if (type == LocalTime.class) {
      return LocalTime.parse(text);
    }
    if (type == LocalDate.class) {
      return LocalDate.parse(text);
    }
    if (type == ZoneId.class) {
      return ZoneId.of(text);
    }
    if (type == byte[].class) {
      return Base64.getDecoder().decode(text);
    }
    return type.isEnum() ? constant(type, text) : text;
  }

  private static Object constant(Class<?> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(known -> plain(((Enum<?>) known).name()).equals(plain(text)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown"));
  }

  private static String plain(String name) {
    return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
  }

  private static <T> T cast(Class<T> type, Object tree, String where, String words) {
    if (type.isInstance(tree)) {
      return type.cast(tree);
    }
    throw new IllegalArgumentException("%s must be %s.".formatted(where, words));
  }

  private static String words(Class<?> type) {
    return type.isEnum()
        ? "one of " + Arrays.toString(type.getEnumConstants())
        : type.getSimpleName();
  }
}
