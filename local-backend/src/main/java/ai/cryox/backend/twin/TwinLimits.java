package ai.cryox.backend.twin;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What IoT Hub lets stand in a twin.
final class TwinLimits {
  /// Desired and reported properties each, bytes as {@link #size} counts them.
  static final int LARGEST_BYTES = 32 * 1024;

  /// Objects (or arrays) within objects.
  static final int DEEPEST = 10;

  private static final int LONGEST_NAME_BYTES = 1024;
  private static final int LONGEST_TEXT_BYTES = 4 * 1024;
  private static final BigDecimal LEAST_WHOLE = BigDecimal.valueOf(-4_503_599_627_370_496L);
  private static final BigDecimal LARGEST_WHOLE = BigDecimal.valueOf(4_503_599_627_370_495L);
  private static final int NUMBER_BYTES = 8;
  private static final int FLAG_BYTES = 4;

  private TwinLimits() {}

  /// Why a member may not have this name; `null` if it may.
  static @Nullable String nameProblem(String name) {
    if (name.isEmpty() || utf8(name) > LONGEST_NAME_BYTES) {
      return "A member's name must have 1 to 1024 bytes.";
    }
    if (name.chars().anyMatch(c -> Character.isISOControl(c) || c == '.' || c == '$' || c == ' ')) {
      return "A member's name must not contain '.', '$', spaces or control characters: '%s'."
          .formatted(shown(name));
    }
    return null;
  }

  /// Why a string may not be a value; `null` if it may.
  static @Nullable String textProblem(String text) {
    return utf8(text) <= LONGEST_TEXT_BYTES ? null : "A string must not be longer than 4 KB.";
  }

  /// Why a number may not be a value; `null` if it may.
  ///
  /// @param whole whether it was written without a fraction and an exponent
  static @Nullable String numberProblem(BigDecimal number, boolean whole) {
    if (!whole) {
      return Double.isFinite(number.doubleValue()) ? null : "A number is too large.";
    }
    return number.compareTo(LEAST_WHOLE) >= 0 && number.compareTo(LARGEST_WHOLE) <= 0
        ? null
        : "A whole number must be from -4503599627370496 to 4503599627370495.";
  }

  /// How many bytes a value counts: UTF-8 of names and strings without control characters, 8 for a
  /// number, 4 for `true` and `false`.
  static int size(TwinValue value) {
    return switch (value) {
      case TwinValue.Group group ->
          group.members().entrySet().stream()
              .mapToInt(member -> counted(member.getKey()) + size(member.getValue()))
              .sum();
      case TwinValue.Sequence sequence ->
          sequence.items().stream().mapToInt(TwinLimits::size).sum();
      case TwinValue.Text text -> counted(text.text());
      case TwinValue.Numeral numeral -> NUMBER_BYTES;
      case TwinValue.Flag flag -> FLAG_BYTES;
      case TwinValue.Nothing nothing -> 0;
    };
  }

  private static int counted(String text) {
    return text.codePoints()
        .map(point -> Character.isISOControl(point) ? 0 : utf8Length(point))
        .sum();
  }

  private static int utf8(String text) {
    return text.codePoints().map(TwinLimits::utf8Length).sum();
  }

  private static int utf8Length(int point) {
    return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }

  private static String shown(String name) {
    String plain =
        name.codePoints()
            .map(point -> Character.isISOControl(point) ? '?' : point)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return plain.length() <= 40 ? plain : plain.substring(0, 40) + "…";
  }
}
