package ai.cryox.backend.sheet;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;

/// What the fields of a column are. A field that is not written exactly as its kind is written goes
/// into the sheet as text, so that every field comes back as it was.
public enum Column {
  /// Anything.
  TEXT,
  /// A number as {@link Double#toString} writes it.
  DECIMAL,
  /// A whole number that a double holds exactly.
  WHOLE,
  /// An instant, ISO 8601, UTC, with milliseconds only if there are any.
  TIME;

  private static final int MOST_DIGITS = 15;

  /// Seven digits before the point at most are written without an exponent.
  private static final int MOST_BEFORE_POINT = 7;

  private static final long LARGEST_WHOLE = 1L << 53;
  private static final int WHOLE_SECOND = "2026-01-01T00:00:00Z".length();
  private static final int WITH_MILLIS = "2026-01-01T00:00:00.000Z".length();

  /// Whether some bytes are a number as this column's are written; nothing is none.
  boolean isNumber(byte[] bytes, int from, int until) {
    return switch (this) {
      case DECIMAL -> isPlainDecimal(bytes, from, until) || isDecimal(text(bytes, from, until));
      case WHOLE -> isWhole(text(bytes, from, until));
      case TEXT, TIME -> false;
    };
  }

  private static String text(byte[] bytes, int from, int until) {
    return new String(bytes, from, until - from, StandardCharsets.UTF_8);
  }

  /// Few digits around a point, no zero too many: such a text is what its own number is written as.
  private static boolean isPlainDecimal(byte[] bytes, int from, int until) {
    int first = from < until && bytes[from] == '-' ? from + 1 : from;
    int point = -1;
    for (int i = first; i < until; i++) {
      if (bytes[i] == '.' && point < 0) {
        point = i;
      } else if (bytes[i] < '0' || bytes[i] > '9') {
        return false;
      }
    }
    boolean around = point > first && point < until - 1;
    if (!around || until - first > MOST_DIGITS || point - first > MOST_BEFORE_POINT) {
      return false;
    }
    boolean zeros = bytes[until - 1] == '0' && point < until - 2;
    return bytes[first] == '0'
        ? point == first + 1 && bytes[point + 1] != '0' && bytes[until - 1] != '0'
        : !zeros;
  }

  private static boolean isDecimal(String text) {
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) && Double.toString(value).equals(text);
    } catch (NumberFormatException other) {
      return false;
    }
  }

  private static boolean isWhole(String text) {
    try {
      long value = Long.parseLong(text);
      return Long.toString(value).equals(text) && Math.abs(value) <= LARGEST_WHOLE;
    } catch (NumberFormatException other) {
      return false;
    }
  }

  /// The instant that some bytes say, epoch milliseconds; {@link Long#MIN_VALUE} if they say none,
  /// or not as it is written here.
  static long time(byte[] bytes, int from, int until, Days days) {
    int length = until - from;
    if ((length != WHOLE_SECOND && length != WITH_MILLIS)
        || bytes[from + 10] != 'T'
        || bytes[from + 13] != ':'
        || bytes[from + 16] != ':'
        || bytes[until - 1] != 'Z') {
      return Long.MIN_VALUE;
    }
    int hour = digits(bytes, from + 11, 2);
    int minute = digits(bytes, from + 14, 2);
    int second = digits(bytes, from + 17, 2);
    boolean fraction = length == WITH_MILLIS;
    int millis = fraction && bytes[from + 19] == '.' ? digits(bytes, from + 20, 3) : 0;
    long day = days.of(bytes, from);
    boolean wrong = hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59;
    return wrong || day == Long.MIN_VALUE || (fraction && millis <= 0)
        ? Long.MIN_VALUE
        : day + hour * 3_600_000L + minute * 60_000L + second * 1_000L + millis;
  }

  private static int digits(byte[] bytes, int from, int count) {
    int number = 0;
    for (int i = from; i < from + count; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        return -1;
      }
      number = number * 10 + bytes[i] - '0';
    }
    return number;
  }

  /// Remembers the date that was read last: rows of a day stand together. One thread.
  static final class Days {
    private static final int LENGTH = 10;
    private static final long DAY = 24L * 3_600_000;

    /// Spreadsheets count days from 1900 and take that year for a leap year.
    private static final LocalDate FIRST = LocalDate.of(1900, 3, 1);

    private byte[] last = new byte[0];
    private long millis;

    /// The beginning of a date, epoch milliseconds, or {@link Long#MIN_VALUE}.
    long of(byte[] bytes, int from) {
      if (!Arrays.equals(bytes, from, from + LENGTH, last, 0, last.length)) {
        last = Arrays.copyOfRange(bytes, from, from + LENGTH);
        millis = parsed(new String(last, StandardCharsets.US_ASCII));
      }
      return millis;
    }

    private static long parsed(String text) {
      try {
        LocalDate date = LocalDate.parse(text);
        return date.isBefore(FIRST) ? Long.MIN_VALUE : date.toEpochDay() * DAY;
      } catch (DateTimeException other) {
        return Long.MIN_VALUE;
      }
    }
  }
}
