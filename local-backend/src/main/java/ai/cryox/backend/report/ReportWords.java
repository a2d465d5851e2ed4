package ai.cryox.backend.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// A report's words, numbers and times, in its language and by its facility's wall clock. No
/// temperature is ever rounded so that a breach disappears.
final class ReportWords {
  private static final String BUNDLE = "ai.cryox.backend.report.words";

  /// Digits after the point at most, and at least one.
  private static final int MOST_DIGITS = 3;

  /// Two days are 48 hours; what is longer is told in days.
  private static final long LONGEST_IN_HOURS = 48 * 3_600 + 1;

  private final Locale locale;
  private final ResourceBundle bundle;
  private final ZoneId zone;
  private final DateTimeFormatter dates;
  private final DateTimeFormatter times;
  private final DateTimeFormatter stamps;

  /// @param from the period's beginning
  /// @param until its end: if the clocks are changed in it, every time says its offset
  ReportWords(String language, ZoneId zone, Instant from, Instant until) {
    this.locale = language.equals("de") ? Locale.GERMANY : Locale.UK;
    this.zone = zone;
    this.bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            Locale.of(language),
            ReportWords.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    String offset = transition(from, until) == null ? "" : " xxx";
    dates = DateTimeFormatter.ofPattern(bundle.getString("pattern.date"), locale);
    times = DateTimeFormatter.ofPattern(bundle.getString("pattern.time") + offset, locale);
    stamps = DateTimeFormatter.ofPattern(bundle.getString("pattern.stamp"), locale);
  }

  /// Words for what has no period.
  ReportWords(String language, ZoneId zone) {
    this(language, zone, Instant.EPOCH, Instant.EPOCH);
  }

  String say(String key, Object... with) {
    Object[] texts = new Object[with.length];
    for (int i = 0; i < with.length; i++) {
      texts[i] = String.valueOf(with[i]);
    }
    return new MessageFormat(bundle.getString(key).replace("'", "''"), locale).format(texts);
  }

  /// The word for a value of an enum.
  String say(Enum<?> value) {
    return bundle.getString(value.getDeclaringClass().getSimpleName() + "." + value.name());
  }

  Locale locale() {
    return locale;
  }

  ZoneId zone() {
    return zone;
  }

  private @Nullable ZoneOffsetTransition transition(Instant from, Instant until) {
    ZoneOffsetTransition next = zone.getRules().nextTransition(from);
    return next != null && next.getInstant().isBefore(until) ? next : null;
  }

  /// In which zone times are given, and how far it is from UTC.
  String zoneSentence(Instant from, Instant until) {
    StringBuilder sentence = new StringBuilder();
    ZoneOffset before = zone.getRules().getOffset(from);
    sentence.append(say("zone", zone.getId(), utc(before)));
    ZoneOffsetTransition change = transition(from, until);
    if (change == null) {
      return sentence.append(say("zone.same")).toString();
    }
    for (; change != null; change = transition(change.getInstant(), until)) {
      sentence.append(
          say(
              "zone.change",
              stamps.format(change.getInstant().atZone(zone)),
              utc(change.getOffsetAfter())));
    }
    return sentence.toString();
  }

  private static String utc(ZoneOffset offset) {
    return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset.getId();
  }

  /// The days of a period that ends before `until`.
  String days(Instant from, Instant until) {
    ZonedDateTime first = from.atZone(zone);
    ZonedDateTime last = until.atZone(zone);
    boolean whole =
        first.toLocalTime().toSecondOfDay() == 0 && last.toLocalTime().toSecondOfDay() == 0;
    if (!whole) {
      return say("period", minutes(first), minutes(last));
    }
    LocalDate end = last.toLocalDate().minusDays(1);
    return end.equals(first.toLocalDate())
        ? dates.format(first)
        : say("period", dates.format(first), dates.format(end));
  }

  private String minutes(ZonedDateTime time) {
    String pattern = bundle.getString(time.getSecond() == 0 ? "pattern.minute" : "pattern.second");
    return unbroken(DateTimeFormatter.ofPattern(pattern, locale).format(time));
  }

  private static String unbroken(String text) {
    return text.replace(' ', '\u00a0');
  }

  String date(LocalDate date) {
    return unbroken(dates.format(date));
  }

  /// A moment of the period.
  String time(Instant instant) {
    return unbroken(times.format(instant.atZone(zone)));
  }

  /// A moment, whenever.
  String stamp(Instant instant) {
    return unbroken(stamps.format(instant.atZone(zone)));
  }

  /// A moment, whenever, in two lines or more.
  String stampBelowDate(Instant instant) {
    String date = date(LocalDate.ofInstant(instant, zone));
    String all = stamp(instant);
    return all.startsWith(date)
        ? date + "\n" + all.substring(date.length()).replace('\u00a0', ' ').strip()
        : all;
  }

  /// A moment of the period in two lines.
  String timeBelowDate(Instant instant) {
    ZonedDateTime at = instant.atZone(zone);
    String date = DateTimeFormatter.ofPattern(bundle.getString("pattern.day"), locale).format(at);
    String all = times.format(at);
    return all.startsWith(date + " ")
        ? unbroken(date) + "\n" + unbroken(all.substring(date.length() + 1))
        : unbroken(all);
  }

  /// A short text for the axis of a chart.
  String tick(Instant instant, boolean hours) {
    String pattern = bundle.getString(hours ? "pattern.hour" : "pattern.day");
    return DateTimeFormatter.ofPattern(pattern, locale).format(instant.atZone(zone));
  }

  /// A temperature; what is cut off goes to the warmer side.
  String warm(double celsius) {
    return celsius(celsius, RoundingMode.CEILING);
  }

  /// A temperature; what is cut off goes to the colder side.
  String cold(double celsius) {
    return celsius(celsius, RoundingMode.FLOOR);
  }

  /// The same, with so many digits after the point.
  ///
  /// @param digits at least those that {@link #digits} says, or a breach could disappear
  String warm(double celsius, int digits) {
    return celsius(celsius, digits, RoundingMode.CEILING);
  }

  /// The same, with so many digits after the point.
  String cold(double celsius, int digits) {
    return celsius(celsius, digits, RoundingMode.FLOOR);
  }

  /// How many digits after the point all of these need, so that those of a column stand below each
  /// other: at least one.
  static int digits(DoubleStream celsius) {
    return celsius.filter(Double::isFinite).mapToInt(ReportWords::digits).max().orElse(1);
  }

  private static int digits(double celsius) {
    return Math.clamp(BigDecimal.valueOf(celsius).stripTrailingZeros().scale(), 1, MOST_DIGITS);
  }

  /// A mean.
  String mean(double celsius) {
    return Double.isNaN(celsius)
        ? say("none")
        : number(new BigDecimal(celsius).setScale(2, RoundingMode.HALF_EVEN)) + "\u00a0°C";
  }

  /// A mean kinetic temperature: two digits are enough, and it is rounded up.
  String kinetic(double celsius) {
    return warm(ExcursionWords.tenth(celsius), 2);
  }

  private String celsius(double celsius, RoundingMode mode) {
    return Double.isFinite(celsius) ? celsius(celsius, digits(celsius), mode) : say("none");
  }

  private String celsius(double celsius, int digits, RoundingMode mode) {
    return Double.isFinite(celsius)
        ? number(BigDecimal.valueOf(celsius).setScale(digits, mode)) + "\u00a0°C"
        : say("none");
  }

  /// A temperature without its unit.
  String degrees(double celsius, RoundingMode mode) {
    return number(BigDecimal.valueOf(celsius).setScale(digits(celsius), mode));
  }

  private String number(BigDecimal number) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(number.scale());
    format.setMaximumFractionDigits(number.scale());
    return format.format(number).replace('-', '\u2212');
  }

  String count(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /// A part of the whole, rounded down: nothing is whole that is not.
  String percent(double part) {
    if (Double.isNaN(part)) {
      return say("none");
    }
    BigDecimal hundred = BigDecimal.valueOf(part).movePointRight(2);
    return number(hundred.setScale(part == 1 ? 0 : 2, RoundingMode.FLOOR)) + "\u00a0%";
  }

  /// The same with two digits after the point in any case, to stand in a column.
  String percentInColumn(double part) {
    return Double.isNaN(part)
        ? say("none")
        : number(BigDecimal.valueOf(part).movePointRight(2).setScale(2, RoundingMode.FLOOR))
            + "\u00a0%";
  }

  String lasting(Duration time) {
    long seconds = time.toSeconds();
    if (seconds < 60) {
      return say("seconds", seconds);
    }
    if (seconds < 3_600) {
      return two("minutes", seconds / 60, "seconds", seconds % 60);
    }
    return seconds < LONGEST_IN_HOURS
        ? two("hours", seconds / 3_600, "minutes", seconds % 3_600 / 60)
        : two("days", seconds / 86_400, "hours", seconds % 86_400 / 3_600);
  }

  private String two(String unit, long count, String smaller, long rest) {
    return rest == 0 ? say(unit, count) : say(unit, count) + " " + say(smaller, rest);
  }
}
