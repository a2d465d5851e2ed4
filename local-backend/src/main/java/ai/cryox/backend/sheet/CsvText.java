package ai.cryox.backend.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// Writes comma-separated values as a report's data are written. One thread.
final class CsvText {
  private static final int ENOUGH = 64 * 1024;

  private final OutputStream out;
  private final StringBuilder text = new StringBuilder(ENOUGH + 1_024);
  private boolean begun;

  CsvText(OutputStream out) {
    this.out = out;
  }

  void field(String value) {
    if (begun) {
      text.append(',');
    }
    begun = true;
    if (value.chars().anyMatch(at -> at == ',' || at == '"' || at == '\r' || at == '\n')) {
      text.append('"').append(value.replace("\"", "\"\"")).append('"');
    } else {
      text.append(value);
    }
  }

  void end() throws IOException {
    text.append("\r\n");
    begun = false;
    if (text.length() >= ENOUGH) {
      flush();
    }
  }

  void flush() throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    text.setLength(0);
  }

  /// @param millis epoch milliseconds
  static String time(long millis) {
    String whole = Instant.ofEpochMilli(Math.floorDiv(millis, 1_000L) * 1_000).toString();
    long rest = Math.floorMod(millis, 1_000L);
    return rest == 0 ? whole : "%s.%03dZ".formatted(whole.substring(0, whole.length() - 1), rest);
  }
}
