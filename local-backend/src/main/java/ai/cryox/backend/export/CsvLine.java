package ai.cryox.backend.export;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Lines of comma-separated values, RFC 4180: fields with a comma, a quote or a line's end are
/// quoted, lines end in CR LF. What has no value is an empty field. One thread.
final class CsvLine {
  private final StringBuilder text = new StringBuilder(16 * 1024);
  private boolean begun;

  CsvLine add(@Nullable String field) {
    if (begun) {
      text.append(',');
    }
    begun = true;
    if (field != null) {
      append(field);
    }
    return this;
  }

  private void append(String field) {
    if (isPlain(field)) {
      text.append(field);
    } else {
      text.append('"').append(field.replace("\"", "\"\"")).append('"');
    }
  }

  private static boolean isPlain(String field) {
    for (int i = 0; i < field.length(); i++) {
      char at = field.charAt(i);
      if (at == ',' || at == '"' || at == '\r' || at == '\n') {
        return false;
      }
    }
    return true;
  }

  /// A number or a truth value, or nothing.
  CsvLine add(@Nullable Object value) {
    return add(value == null ? null : value.toString());
  }

  /// ISO 8601, UTC.
  CsvLine add(Instant time) {
    return add(time.toString());
  }

  void end() {
    text.append("\r\n");
    begun = false;
  }

  /// What was written since, and begins anew.
  String take() {
    String taken = text.toString();
    text.setLength(0);
    return taken;
  }

  /// Characters since the last {@link #take}.
  int length() {
    return text.length();
  }
}
