package ai.cryox.backend.report;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Lines of comma-separated values as bytes, RFC 4180, made for millions of readings: what repeats
/// is written from memory. One thread.
final class CsvBuffer {
  private static final int REMEMBERED = 1 << 12;
  private static final long DAY = 24L * 3600 * 1000;

  private final long[] valueBits = new long[REMEMBERED];
  private final byte[] @Nullable [] valueTexts = new byte[REMEMBERED][];
  private byte[] bytes = new byte[64 * 1024];
  private int length;
  private long day = Long.MIN_VALUE;
  private byte[] dayText = new byte[0];

  int length() {
    return length;
  }

  /// What was written since, and begins anew.
  byte[] take() {
    byte[] taken = Arrays.copyOf(bytes, length);
    length = 0;
    return taken;
  }

  /// A field of any text, or nothing. A text that a spreadsheet would take for a formula gets an
  /// apostrophe.
  CsvBuffer field(@Nullable String text) {
    if (text != null) {
      String safe = isFormula(text) ? "'" + text : text;
      raw(
          (needsQuotes(safe) ? '"' + safe.replace("\"", "\"\"") + '"' : safe)
              .getBytes(StandardCharsets.UTF_8));
    }
    return raw(',');
  }

  private static boolean isFormula(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
  }

  private static boolean needsQuotes(String text) {
    return text.chars().anyMatch(at -> at == ',' || at == '"' || at == '\r' || at == '\n');
  }

  /// A number with all its digits; nothing for NaN.
  CsvBuffer field(double value) {
    if (!Double.isNaN(value)) {
      long bits = Double.doubleToRawLongBits(value);
      int place = (int) ((bits * 0x9E3779B97F4A7C15L) >>> 52);
      byte[] text = valueTexts[place];
      if (text == null || valueBits[place] != bits) {
        text = Double.toString(value).getBytes(StandardCharsets.US_ASCII);
        valueTexts[place] = text;
        valueBits[place] = bits;
      }
      raw(text);
    }
    return raw(',');
  }

  /// A time as ISO 8601, UTC, milliseconds only if there are any.
  ///
  /// @param millis epoch milliseconds
  CsvBuffer time(long millis) {
    long date = Math.floorDiv(millis, DAY);
    if (date != day) {
      day = date;
      dayText = (LocalDate.ofEpochDay(date) + "T").getBytes(StandardCharsets.US_ASCII);
    }
    raw(dayText);
    int rest = (int) Math.floorMod(millis, DAY);
    two(rest / 3_600_000).raw(':').two(rest / 60_000 % 60).raw(':').two(rest / 1_000 % 60);
    int thousandths = rest % 1_000;
    if (thousandths != 0) {
      raw('.').raw((char) ('0' + thousandths / 100)).two(thousandths % 100);
    }
    return raw('Z').raw(',');
  }

  private CsvBuffer two(int number) {
    return raw((char) ('0' + number / 10)).raw((char) ('0' + number % 10));
  }

  /// Ends a line, the comma after its last field taken back.
  void end() {
    length--;
    raw('\r').raw('\n');
  }

  private CsvBuffer raw(char ascii) {
    room(1);
    bytes[length++] = (byte) ascii;
    return this;
  }

  /// Bytes that were made before, as they are.
  CsvBuffer raw(byte[] text) {
    room(text.length);
    System.arraycopy(text, 0, bytes, length, text.length);
    length += text.length;
    return this;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
