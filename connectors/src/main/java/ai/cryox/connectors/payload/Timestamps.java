package ai.cryox.connectors.payload;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The wire's event times: ISO 8601 with an offset or `Z` and any number of fraction digits.
final class Timestamps {
  private static final int LONGEST = 64;
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

  private Timestamps() {}

  /// The moment that the text names, or `null` if it names none of the years 1 to 9999.
  static @Nullable Instant parse(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    try {
      Instant time = FORMAT.parse(BEYOND_NANOS.matcher(text).replaceFirst("$1"), Instant::from);
      return time.isBefore(FIRST) || time.isAfter(END) ? null : time;
    } catch (DateTimeException unreadable) {
      return null;
    }
  }
}
