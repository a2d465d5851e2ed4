package ai.cryox.backend.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/// Reads a report's readings back, row by row, without an object for each. One thread.
final class CsvReadings {
  private static final double[] POWERS = {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
  private static final int MOST_DIGITS = 15;
  private static final int DATE = 10;
  private static final long DAY_MILLIS = 24L * 3600 * 1000;

  private final InputStream in;
  private byte[] bytes = new byte[256 * 1024];
  private int at;
  private int end;

  /// The row that was read: where it begins and ends.
  private int lineFrom;

  private int lineUntil;
  private boolean isAtRow;
  private byte[] date = new byte[0];
  private long dateMillis;
  private long time;
  private double value;

  /// @param in the file from its heading on
  CsvReadings(InputStream in) throws IOException {
    this.in = in;
    line();
    next();
  }

  /// Goes to the next row.
  ///
  /// @throws IOException if there is none that can be read
  void next() throws IOException {
    isAtRow = line();
  }

  /// Whether there is a row, and it is of that unit; if so, it is unpacked.
  ///
  /// @param prefix the unit's field with its comma
  /// @throws IOException if the row is no reading
  boolean isOf(byte[] prefix) throws IOException {
    int fields = lineFrom + prefix.length;
    if (!isAtRow
        || fields > lineUntil
        || !Arrays.equals(bytes, lineFrom, fields, prefix, 0, prefix.length)) {
      return false;
    }
    try {
      int comma = comma(fields);
      time = time(fields, comma);
      value = number(comma + 1, comma(comma + 1));
      return true;
    } catch (DateTimeException | NumberFormatException unreadable) {
      throw new IOException(
          "its row '%s' is no reading"
              .formatted(new String(bytes, lineFrom, lineUntil - lineFrom, StandardCharsets.UTF_8)),
          unreadable);
    }
  }

  /// Whether there is another row.
  boolean isAtRow() {
    return isAtRow;
  }

  /// Of the row that was unpacked, epoch milliseconds.
  long time() {
    return time;
  }

  /// What the sensor sent, °C; NaN if it is empty.
  double value() {
    return value;
  }

  private int comma(int from) {
    for (int i = from; i < lineUntil; i++) {
      if (bytes[i] == ',') {
        return i;
      }
    }
    throw new NumberFormatException("a field is missing");
  }

  private long time(int from, int until) {
    if (until - from < DATE + 10) {
      throw new DateTimeException("too short");
    }
    if (!Arrays.equals(bytes, from, from + DATE, date, 0, date.length)) {
      date = Arrays.copyOfRange(bytes, from, from + DATE);
      dateMillis =
          LocalDate.parse(new String(date, StandardCharsets.US_ASCII)).toEpochDay() * DAY_MILLIS;
    }
    if (until - from == DATE + 10) {
      long seconds = two(from + 11) * 3_600L + two(from + 14) * 60L + two(from + 17);
      return dateMillis + seconds * 1_000;
    }
    return Instant.parse(new String(bytes, from, until - from, StandardCharsets.US_ASCII))
        .toEpochMilli();
  }

  private int two(int from) {
    int number = (bytes[from] - '0') * 10 + bytes[from + 1] - '0';
    if (number < 0 || number > 99) {
      throw new NumberFormatException("no digits");
    }
    return number;
  }

  /// Few digits make a whole number and a power of ten that are exact, and so is what they give.
  private double number(int from, int until) {
    if (from == until) {
      return Double.NaN;
    }
    boolean negative = bytes[from] == '-';
    long whole = 0;
    int digits = 0;
    int decimals = -1;
    for (int i = negative ? from + 1 : from; i < until; i++) {
      byte one = bytes[i];
      if (one == '.' && decimals < 0) {
        decimals = 0;
      } else if (one >= '0' && one <= '9' && digits < MOST_DIGITS) {
        whole = whole * 10 + one - '0';
        digits++;
        decimals += decimals >= 0 ? 1 : 0;
      } else {
        return parsed(from, until);
      }
    }
    if (digits == 0 || decimals >= POWERS.length) {
      return parsed(from, until);
    }
    double positive = decimals > 0 ? whole / POWERS[decimals] : whole;
    return negative ? -positive : positive;
  }

  private double parsed(int from, int until) {
    return Double.parseDouble(new String(bytes, from, until - from, StandardCharsets.US_ASCII));
  }

  /// Reads the next line that is not empty.
  private boolean line() throws IOException {
    while (true) {
      for (int i = at; i < end; i++) {
        if (bytes[i] == '\n') {
          lineFrom = at;
          lineUntil = i > at && bytes[i - 1] == '\r' ? i - 1 : i;
          at = i + 1;
          return true;
        }
      }
      if (!fill()) {
        lineFrom = at;
        lineUntil = end;
        at = end;
        return lineUntil > lineFrom;
      }
    }
  }

  private boolean fill() throws IOException {
    System.arraycopy(bytes, at, bytes, 0, end - at);
    end -= at;
    at = 0;
    if (end == bytes.length) {
      throw new IOException("a line of its data is longer than any is");
    }
    int count = in.read(bytes, end, bytes.length - end);
    end += Math.max(0, count);
    return count > 0;
  }
}
