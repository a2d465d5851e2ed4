package ai.cryox.app.text;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Comma-separated values that the console writes, RFC 4180.
public final class CsvCell {
  private CsvCell() {}

  /// A line with its end.
  public static String line(@Nullable String... values) {
    return Arrays.stream(values).map(CsvCell::of).collect(Collectors.joining(",")) + "\r\n";
  }

  /// A field; a text that a spreadsheet would take for a formula gets an apostrophe. Not for
  /// numbers, which may begin with a minus sign.
  ///
  /// @param value `null` for nothing
  public static String of(@Nullable String value) {
    if (value == null) {
      return "";
    }
    boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
    String safe = formula ? "'" + value : value;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
