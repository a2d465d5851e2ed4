package ai.cryox.app.text;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What people type, read as generously as can be without guessing; `null` is what makes no sense.
/// Pure.
public final class Typed {
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,9}([.,]\\d{1,6})?");
  private static final Pattern PART = Pattern.compile("(\\d+)\\s*([a-z]*)\\s*");
  private static final int DIGITS = 7;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

  private Typed() {}

  /// A number with a point or a comma, and any kind of minus: `−18,5`.
  public static @Nullable Double number(String typed) {
    String plain =
        typed
            .replace(Units.MINUS, '-')
            .replace('\u2013', '-')
            .replace(String.valueOf(Units.THIN_SPACE), "")
            .replace("°C", "")
            .trim();
    return NUMBER.matcher(plain).matches() ? Double.valueOf(plain.replace(',', '.')) : null;
  }

  /// A span in one or more parts: `45 s`, `10 min`, `1 h 30 min`, `2 d`; a number alone means
  /// minutes.
  public static @Nullable Duration span(String typed) {
    String plain = typed.trim().toLowerCase(Locale.ROOT);
    Matcher part = PART.matcher(plain);
    Duration sum = Duration.ZERO;
    int at = 0;
    while (part.lookingAt()) {
      boolean sane = part.group(1).length() <= DIGITS;
      Duration one = sane ? part(Long.parseLong(part.group(1)), part.group(2)) : null;
      if (one == null) {
        return null;
      }
      sum = sum.plus(one);
      at = part.end();
      part.region(at, plain.length());
    }
    return at == 0 || at < plain.length() ? null : sum;
  }

  private static @Nullable Duration part(long count, String unit) {
    return switch (unit) {
      case "s", "sec", "sek" -> Duration.ofSeconds(count);
      case "", "m", "min" -> Duration.ofMinutes(count);
      case "h", "std" -> Duration.ofHours(count);
      case "d", "t" -> Duration.ofDays(count);
      default -> null;
    };
  }

  /// A time of day: `6:00`, `21:30`.
  public static @Nullable LocalTime time(String typed) {
    try {
      return LocalTime.parse(typed.trim(), TIME);
    } catch (DateTimeException nonsense) {
      return null;
    }
  }

  /// A day as ISO 8601 writes it: `2026-12-25`.
  public static @Nullable LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed.trim());
    } catch (DateTimeException nonsense) {
      return null;
    }
  }
}
