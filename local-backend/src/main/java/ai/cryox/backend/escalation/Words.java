package ai.cryox.backend.escalation;

import ai.cryox.core.alarm.Condition;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/// Words, numbers and times of one language.
final class Words {
  private static final String BUNDLE = "ai.cryox.backend.escalation.messages";

  private final Locale locale;
  private final ResourceBundle bundle;
  private final DateTimeFormatter times;
  private final DateTimeFormatter days;

  /// @param language `en` or `de`
  /// @param zone whose wall clock people read
  Words(String language, ZoneId zone) {
    locale = language.equals("de") ? Locale.GERMANY : Locale.UK;
    bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            Locale.of(language.equals("de") ? "de" : "en"),
            Words.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    times = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", locale).withZone(zone);
    days = DateTimeFormatter.ofPattern("yyyy-MM-dd", locale).withZone(zone);
  }

  String say(String key, Object... with) {
    Object[] texts = new Object[with.length];
    for (int i = 0; i < with.length; i++) {
      texts[i] = String.valueOf(with[i]);
    }
    return new MessageFormat(bundle.getString(key).replace("'", "''"), locale).format(texts);
  }

  String time(Instant instant) {
    return times.format(instant);
  }

  /// The days of a period that ends before a moment.
  String days(Instant from, Instant until) {
    String first = days.format(from);
    String last = days.format(until.minusMillis(1));
    return first.equals(last) ? first : first + " – " + last;
  }

  /// Millions of bytes, rounded up to a tenth.
  String megabytes(long bytes) {
    return number(Math.ceil(bytes / 100_000.0) / 10);
  }

  String lasting(Duration duration) {
    long minutes = Math.max(0, duration.toMinutes());
    return minutes < 60 ? say("minutes", minutes) : say("hours", minutes / 60, minutes % 60);
  }

  String value(double value, Condition condition) {
    return number(value) + unit(condition.unit());
  }

  private String number(double value) {
    return String.format(locale, "%.1f", value);
  }

  static String unit(Condition.Unit unit) {
    return switch (unit) {
      case NONE -> "";
      case CELSIUS -> " °C";
      case CELSIUS_PER_MINUTE -> " °C/min";
      case PERCENT -> " %";
      case DBM -> " dBm";
    };
  }
}
