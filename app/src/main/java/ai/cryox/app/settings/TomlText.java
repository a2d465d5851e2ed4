package ai.cryox.app.settings;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Values as a settings file spells them.
public final class TomlText {
  private TomlText() {}

  /// @param value as an option's field has it; `null`, an empty list: nothing is set
  /// @return empty for nothing
  public static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Boolean flag -> flag.toString();
      case Integer number -> number.toString();
      case Enum<?> word -> quoted(Kind.word(word));
      case List<?> several when several.isEmpty() -> "";
      case List<?> several ->
          several.stream().map(TomlText::of).collect(Collectors.joining(", ", "[", "]"));
      default -> quoted(value.toString());
    };
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(point -> {
          if (point == '"' || point == '\\') {
            quoted.append('\\').appendCodePoint(point);
          } else if (Character.isISOControl(point)) {
            quoted.append("\\u%04X".formatted(point));
          } else {
            quoted.appendCodePoint(point);
          }
        });
    return quoted.append('"').toString();
  }
}
