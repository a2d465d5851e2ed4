package ai.cryox.core.routing;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A pattern of SQL's LIKE: `_` stands for one character, `%` for any number of them, and either
/// for itself after the escape character. Upper and lower case differ. Matching allocates nothing.
public final class LikePattern {
  private static final int ONE = -1;
  private static final int ANY = -2;

  private final String text;
  private final @Nullable String escape;
  private final int[] parts;

  /// Not `null` where the pattern is plain text with one `%` at its end.
  private final @Nullable String prefix;

  /// @param escape one character, or `null`
  /// @throws IllegalArgumentException if {@link #problem} has something to say
  LikePattern(String text, @Nullable String escape) {
    String problem = problem(text, escape);
    if (problem != null) {
      throw new IllegalArgumentException(problem);
    }
    this.text = text;
    this.escape = escape;
    this.parts = parts(text, escapeCharacter(escape));
    this.prefix = prefix(parts);
  }

  /// Why this is no pattern, in a sentence without its full stop; `null` if it is one.
  static @Nullable String problem(String text, @Nullable String escape) {
    if (escape == null) {
      return null;
    }
    if (escape.codePointCount(0, escape.length()) != 1) {
      return "after ESCAPE one character in quotes is expected, such as '\\'";
    }
    int[] characters = text.codePoints().toArray();
    int marker = escape.codePointAt(0);
    for (int i = 0; i < characters.length; i++) {
      if (characters[i] == marker) {
        i++;
        if (i == characters.length || !isSpecial(characters[i], marker)) {
          return "in a pattern the escape character "
              + escape
              + " must stand before %, _ or itself";
        }
      }
    }
    return null;
  }

  private static boolean isSpecial(int character, int marker) {
    return character == '%' || character == '_' || character == marker;
  }

  private static int escapeCharacter(@Nullable String escape) {
    return escape == null ? Integer.MIN_VALUE : escape.codePointAt(0);
  }

  private static int[] parts(String text, int marker) {
    int[] characters = text.codePoints().toArray();
    int[] parts = new int[characters.length];
    int count = 0;
    for (int i = 0; i < characters.length; i++) {
      if (characters[i] == marker) {
        parts[count++] = characters[++i];
      } else {
        parts[count++] = characters[i] == '%' ? ANY : characters[i] == '_' ? ONE : characters[i];
      }
    }
    return Arrays.copyOf(parts, count);
  }

  private static @Nullable String prefix(int[] parts) {
    int length = parts.length - 1;
    boolean plain = length >= 0 && parts[length] == ANY;
    for (int i = 0; plain && i < length; i++) {
      plain = parts[i] >= 0;
    }
    return plain ? new String(parts, 0, length) : null;
  }

  /// Whether the whole value is as the pattern says.
  boolean matches(String value) {
    return prefix == null ? walk(value) : value.startsWith(prefix);
  }

  /// Takes as little as can be for each `%` and goes back to the last one where that was too
  /// little: the ones before it never need another look. A `%` at the end ends it at once.
  private boolean walk(String value) {
    int at = 0;
    int part = 0;
    int lastAny = -1;
    int takenByAny = 0;
    while (at < value.length()) {
      int character = value.codePointAt(at);
      int expected = part < parts.length ? parts[part] : Integer.MIN_VALUE;
      if (expected == ANY) {
        if (part == parts.length - 1) {
          return true;
        }
        lastAny = part++;
        takenByAny = at;
      } else if (expected == ONE || expected == character) {
        part++;
        at += Character.charCount(character);
      } else if (lastAny >= 0) {
        takenByAny += Character.charCount(value.codePointAt(takenByAny));
        at = takenByAny;
        part = lastAny + 1;
      } else {
        return false;
      }
    }
    while (part < parts.length && parts[part] == ANY) {
      part++;
    }
    return part == parts.length;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LikePattern that
        && text.equals(that.text)
        && Objects.equals(escape, that.escape);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text, escape);
  }

  @Override
  public String toString() {
    String pattern = Operand.quoted(text);
    return escape == null ? pattern : pattern + " ESCAPE " + Operand.quoted(escape);
  }
}
