package ai.cryox.backend.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes the rows of one sheet, cell by cell, as bytes. One thread.
final class SheetXml {
  /// A heading, bold.
  static final int HEADING = 1;

  /// A date with its time.
  static final int SECONDS = 2;

  /// The same with milliseconds.
  static final int MILLIS = 3;

  /// A text of several lines.
  static final int WRAPPED = 4;

  /// A cell holds no more.
  private static final int LONGEST_TEXT = 32_767;

  private static final int LINE_POINTS = 15;
  private static final long DAY = 24L * 3_600_000;

  /// 1970-01-01 as spreadsheets count days.
  private static final long EPOCH = 25_569;

  /// So many digits after the point are exact to less than a microsecond, and fit a long.
  private static final long FRACTION = 100_000_000_000L;

  private static final byte[] CELL = ascii("<c r=\"");
  private static final byte[] INLINE = ascii("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
  private static final byte[] INLINE_STYLED =
      ascii(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
  private static final byte[] INLINE_END = ascii("</t></is></c>");
  private static final byte[] NUMBER = ascii("\"><v>");
  private static final byte[] STYLE = ascii("\" s=\"");
  private static final byte[] NUMBER_END = ascii("</v></c>");
  private static final byte[] ROW = ascii("<row r=\"");
  private static final byte[] ROW_OPEN = ascii("\">");
  private static final byte[] ROW_END = ascii("</row>");

  private final OutputStream out;
  private final byte[] bytes = new byte[64 * 1024];
  private int length;
  private byte[] row = new byte[0];
  private byte[][] names = new byte[0][];

  SheetXml(OutputStream out) {
    this.out = out;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// Begins a row.
  ///
  /// @param number 1 is the first
  void open(int number) throws IOException {
    row = ascii(Integer.toString(number));
    raw(ROW);
    raw(row);
    raw(ROW_OPEN);
  }

  /// Begins a row that is several lines high.
  void open(int number, int lines) throws IOException {
    row = ascii(Integer.toString(number));
    raw(ROW);
    raw(row);
    raw(ascii("\" ht=\"%d\" customHeight=\"1\">".formatted(lines * LINE_POINTS)));
  }

  void close() throws IOException {
    raw(ROW_END);
  }

  /// A text; nothing for an empty one.
  void text(int column, byte[] from, int start, int stop) throws IOException {
    if (start < stop) {
      cell(column);
      raw(INLINE);
      escaped(from, start, stop);
      raw(INLINE_END);
    }
  }

  /// A text that looks like something.
  void text(int column, String text, int style) throws IOException {
    cell(column);
    raw(STYLE);
    raw(ascii(style + "\""));
    raw(INLINE_STYLED);
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    escaped(utf8, 0, utf8.length);
    raw(INLINE_END);
  }

  /// A number, digit by digit as it is written.
  void number(int column, byte[] from, int start, int stop) throws IOException {
    cell(column);
    raw(NUMBER);
    raw(from, start, stop);
    raw(NUMBER_END);
  }

  /// A time.
  ///
  /// @param millis epoch milliseconds
  void time(int column, long millis) throws IOException {
    long part = Math.floorMod(millis, DAY);
    long fraction = (part * FRACTION + DAY / 2) / DAY;
    cell(column);
    raw(STYLE);
    raw((byte) ('0' + (millis % 1_000 == 0 ? SECONDS : MILLIS)));
    raw(NUMBER);
    raw(ascii(Long.toString(Math.floorDiv(millis, DAY) + EPOCH)));
    if (fraction != 0) {
      raw((byte) '.');
      for (long digit = FRACTION / 10; digit > 0 && fraction > 0; digit /= 10) {
        raw((byte) ('0' + fraction / digit));
        fraction %= digit;
      }
    }
    raw(NUMBER_END);
  }

  /// The instant that such a number says, epoch milliseconds.
  static long millis(double serial) {
    return Math.round((serial - EPOCH) * DAY);
  }

  private void cell(int column) throws IOException {
    raw(CELL);
    raw(name(column));
    raw(row);
  }

  private byte[] name(int column) {
    if (column >= names.length) {
      int known = names.length;
      names = Arrays.copyOf(names, column + 16);
      for (int i = known; i < names.length; i++) {
        names[i] = ascii(letters(i));
      }
    }
    return names[column];
  }

  /// What a column is called: A, B, …, Z, AA, …
  static String letters(int column) {
    String last = String.valueOf((char) ('A' + column % 26));
    return column < 26 ? last : letters(column / 26 - 1) + last;
  }

  /// Markup characters escaped; what XML cannot hold in the way of SpreadsheetML, `_x0007_`.
  private void escaped(byte[] from, int start, int stop) throws IOException {
    for (int i = start; i < stop; i++) {
      byte one = from[i];
      if (one == '&'
          || one == '<'
          || one == '>'
          || one == '_'
          || one == (byte) 0xEF
          || (one >= 0 && one < ' ')) {
        slowly(new String(from, start, stop - start, StandardCharsets.UTF_8));
        return;
      }
    }
    if (stop - start > LONGEST_TEXT) {
      slowly(new String(from, start, stop - start, StandardCharsets.UTF_8));
    } else {
      raw(from, start, stop);
    }
  }

  private void slowly(String text) throws IOException {
    String whole = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT - 1) + "…" : text;
    StringBuilder escaped = new StringBuilder(whole.length() + 32);
    for (int i = 0; i < whole.length(); i++) {
      char one = whole.charAt(i);
      switch (one) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '_' -> escaped.append(CellText.isEscape(whole, i) ? CellText.escape('_') : "_");
        case '\t', '\n' -> escaped.append(one);
        default -> {
          if (one < ' ' || one == '\uFFFE' || one == '\uFFFF') {
            escaped.append(CellText.escape(one));
          } else {
            escaped.append(one);
          }
        }
      }
    }
    raw(escaped.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void raw(byte one) throws IOException {
    if (length == bytes.length) {
      flush();
    }
    bytes[length++] = one;
  }

  /// Bytes that were made before, as they are.
  void raw(byte[] some) throws IOException {
    raw(some, 0, some.length);
  }

  private void raw(byte[] from, int start, int stop) throws IOException {
    if (length + stop - start > bytes.length) {
      flush();
    }
    if (stop - start > bytes.length) {
      out.write(from, start, stop - start);
      return;
    }
    System.arraycopy(from, start, bytes, length, stop - start);
    length += stop - start;
  }

  /// Hands on what is left.
  void flush() throws IOException {
    out.write(bytes, 0, length);
    length = 0;
  }
}
