package ai.cryox.connectors.payload;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The wire's event times: ISO 8601 with an offset or `Z` and any number of fraction digits.
final class Timestamps {
  private static final int LONGEST = 64;
  private static final int SECONDS_OF_A_DAY = 24 * 3600;
  private static final Pattern BEYOND_NANOS = Pattern.compile("(\\.\\d{9})\\d+");
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("9999-12-31T23:59:59.999999999Z");

  /// The offset as `+01:00`, `+0100` or `+01`.
  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /// What one unit of the last of so many fraction digits is worth.
  private static final int[] NANOS = {
    1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1
  };

  private Timestamps() {}

  /// The moment that the text names, or `null` if it names none of the years 1 to 9999.
  static @Nullable Instant parse(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    Instant usual = usual(ascii, 0, ascii.length);
    if (usual != null) {
      return usual;
    }
    try {
      Instant time = FORMAT.parse(BEYOND_NANOS.matcher(text).replaceFirst("$1"), Instant::from);
      return time.isBefore(FIRST) || time.isAfter(END) ? null : time;
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  /// What nearly all devices send, `2024-12-01T14:30:22Z` with at most nine fraction digits, at a
  /// tenth of the price; `null` for anything else, right or wrong.
  ///
  /// @param text ASCII
  static @Nullable Instant usual(byte[] text, int from, int until) {
    int end = until - from - 1;
    if (end < 19
        || end > 29
        || end == 20
        || text[from + end] != 'Z'
        || text[from + 4] != '-'
        || text[from + 7] != '-'
        || text[from + 10] != 'T'
        || text[from + 13] != ':'
        || text[from + 16] != ':'
        || (end > 19 && text[from + 19] != '.')) {
      return null;
    }
    int year = digits(text, from, from + 4);
    int month = digits(text, from + 5, from + 7);
    int day = digits(text, from + 8, from + 10);
    int hour = digits(text, from + 11, from + 13);
    int minute = digits(text, from + 14, from + 16);
    int second = digits(text, from + 17, from + 19);
    int fraction = end == 19 ? 0 : digits(text, from + 20, from + end);
    // One negative number among them makes the whole negative.
    if ((year | month | day | hour | minute | second | fraction) < 0
        || year < 1
        || month < 1
        || month > 12
        || day < 1
        || day > Month.of(month).length(Year.isLeap(year))
        || hour > 23
        || minute > 59
        || second > 59) {
      return null;
    }
    long epochDay = LocalDate.of(year, month, day).toEpochDay();
    long epochSecond = ((epochDay * 24 + hour) * 60 + minute) * 60 + second;
    return Instant.ofEpochSecond(epochSecond, (long) fraction * NANOS[Math.max(0, end - 20)]);
  }

  /// As {@link Instant#toString} writes it, at a quarter of the price.
  static void write(Instant time, StringBuilder into) {
    if (time.isBefore(FIRST) || time.isAfter(END)) {
      into.append(time);
      return;
    }
    long seconds = time.getEpochSecond();
    LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(seconds, SECONDS_OF_A_DAY));
    int second = Math.floorMod(seconds, SECONDS_OF_A_DAY);
    digits(date.getYear(), 4, into).append('-');
    digits(date.getMonthValue(), 2, into).append('-');
    digits(date.getDayOfMonth(), 2, into).append('T');
    digits(second / 3600, 2, into).append(':');
    digits(second / 60 % 60, 2, into).append(':');
    digits(second % 60, 2, into);
    int nanos = time.getNano();
    if (nanos % 1_000 != 0) {
      digits(nanos, 9, into.append('.'));
    } else if (nanos % 1_000_000 != 0) {
      digits(nanos / 1_000, 6, into.append('.'));
    } else if (nanos != 0) {
      digits(nanos / 1_000_000, 3, into.append('.'));
    }
    into.append('Z');
  }

  /// @param count how many digits are written, leading zeroes included
  private static StringBuilder digits(int number, int count, StringBuilder into) {
    for (int unit = NANOS[9 - (count - 1)]; unit > 0; unit /= 10) {
      into.append((char) ('0' + number / unit % 10));
    }
    return into;
  }

  /// −1 if one of them is no digit.
  private static int digits(byte[] text, int from, int until) {
    int number = 0;
    for (int i = from; i < until; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
