package ai.cryox.app.text;

import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// Numbers as people read them: one decimal, a true minus sign, a thin space before the unit; spans
/// of time in one or two steps; times by the local clock. FX thread only.
public final class Units {
  /// What stands for a value that is not there.
  public static final String NONE = "–";

  /// U+2212, as wide as a plus.
  public static final char MINUS = '\u2212';

  /// U+2009, between a number and its unit.
  public static final char THIN_SPACE = '\u2009';

  private final Messages messages;
  private final ZoneId zone;
  private final Degrees degrees;
  private final PlaceNames places;
  private final char decimal;
  private final NumberFormat whole;
  private final NumberFormat decimals;
  private final DateTimeFormatter time;
  private final DateTimeFormatter shortTime;
  private final DateTimeFormatter dayTime;
  private final DateTimeFormatter dayOnly;
  private final DateTimeFormatter zoneName;

  /// Numbers and times in the language of the messages and a zone, temperatures in °C.
  public Units(Messages messages, ZoneId zone) {
    this(messages, zone, Degrees.CELSIUS);
  }

  /// The same with temperatures as somebody likes to read them.
  public Units(Messages messages, ZoneId zone, Degrees degrees) {
    this(messages, zone, degrees, new PlaceNames(_ -> null));
  }

  /// The same with places as people call them.
  public Units(Messages messages, ZoneId zone, Degrees degrees, PlaceNames places) {
    this.messages = messages;
    this.zone = zone;
    this.degrees = degrees;
    this.places = places;
    this.decimal = DecimalFormatSymbols.getInstance(messages.locale()).getDecimalSeparator();
    this.whole = NumberFormat.getIntegerInstance(messages.locale());
    this.decimals = NumberFormat.getNumberInstance(messages.locale());
    decimals.setGroupingUsed(false);
    this.time = formatter("HH:mm:ss");
    this.shortTime = formatter("HH:mm");
    // Where days are ordinal numbers they carry a full stop.
    String day = messages.locale().getLanguage().equals("de") ? "d. MMM" : "d MMM";
    this.dayTime = formatter(day + " HH:mm:ss");
    this.dayOnly = formatter(day);
    this.zoneName = formatter("z");
  }

  private DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, messages.locale()).withZone(zone);
  }

  /// The words these numbers stand among.
  public Messages messages() {
    return messages;
  }

  /// A name that holds a temperature, such as `Refrigerator 2–8 °C`, so that no line ends before
  /// its unit.
  public static String whole(String name) {
    return name.replace(" °", "\u00a0°");
  }

  /// A facility as people call it.
  public String place(String facilityId) {
    return places.of(facilityId);
  }

  /// Whether somebody gave a facility a name.
  public boolean isNamed(String facilityId) {
    return places.isNamed(facilityId);
  }

  /// The zone of all local times.
  public ZoneId zone() {
    return zone;
  }

  /// A number with one decimal: `−18.4`; a dash for NaN.
  public String oneDecimal(double value) {
    if (!Double.isFinite(value)) {
      return NONE;
    }
    long tenths = Math.round(Math.abs(value) * 10);
    String sign = value < 0 && tenths != 0 ? String.valueOf(MINUS) : "";
    return sign + tenths / 10 + decimal + tenths % 10;
  }

  /// A number with as many decimals as it has, at most three, for fields to be typed in: `−0.25`.
  public String decimal(double value) {
    return decimals.format(value).replace('-', MINUS);
  }

  /// In what temperatures are read.
  public Degrees degrees() {
    return degrees;
  }

  /// A temperature without its unit: `−18.4`; a dash for NaN.
  public String bareTemperature(double celsius) {
    return oneDecimal(degrees.of(celsius));
  }

  /// A temperature with its unit: `−18.4 °C`; a dash for NaN.
  public String temperature(double celsius) {
    return Double.isFinite(celsius) ? bareTemperature(celsius) + THIN_SPACE + degrees.sign() : NONE;
  }

  /// A rate of change: `+0.9 °C/min`; by the hour where it would be nothing by the minute.
  public String slope(double celsiusPerMinute) {
    String sign = celsiusPerMinute > 0 ? "+" : "";
    return sign
        + oneDecimal(rate(celsiusPerMinute))
        + THIN_SPACE
        + degrees.sign()
        + per(celsiusPerMinute);
  }

  /// How fast something changes, whichever way and in whichever degrees: `0.9/min`, `1.8/h`.
  public String steepness(double celsiusPerMinute) {
    return oneDecimal(Math.abs(rate(celsiusPerMinute))) + per(celsiusPerMinute);
  }

  private double rate(double celsiusPerMinute) {
    double perMinute = degrees.ofDifference(celsiusPerMinute);
    return isSlow(celsiusPerMinute) ? perMinute * 60 : perMinute;
  }

  private String per(double celsiusPerMinute) {
    return isSlow(celsiusPerMinute) ? "/h" : "/min";
  }

  private boolean isSlow(double celsiusPerMinute) {
    return Math.abs(degrees.ofDifference(celsiusPerMinute)) < 0.1;
  }

  /// A whole number in groups of three: `2,880`.
  public String count(long number) {
    return whole.format(number);
  }

  /// A whole number with a true minus and a unit: `−65 dBm`.
  public String wholeWith(double value, String unit) {
    long rounded = Math.round(Math.abs(value));
    return (value < 0 && rounded != 0 ? String.valueOf(MINUS) : "") + rounded + THIN_SPACE + unit;
  }

  /// A span as people say it: `45 s`, `6 min`, `2 h 05 min`, `3 d 4 h`.
  public String duration(Duration span) {
    long seconds = Math.max(0, span.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return seconds / 60 + " min";
    }
    if (seconds < 86_400) {
      long minutes = seconds / 60 % 60;
      return seconds / 3600
          + " h"
          + (minutes == 0 ? "" : (minutes < 10 ? " 0" : " ") + minutes + " min");
    }
    long hours = seconds / 3600 % 24;
    return seconds / 86_400 + " d" + (hours == 0 ? "" : " " + hours + " h");
  }

  /// How long ago, with tenths below ten seconds: `0.4 s`, `12 s`, `7 min`.
  public String age(Duration span) {
    long millis = Math.max(0, span.toMillis());
    return millis < 10_000 ? oneDecimal(millis / 1000.0) + " s" : duration(span);
  }

  /// What is left of a span, to the second: `3:12`, `1:04:10`.
  public String countdown(Duration left) {
    long seconds = Math.max(0, left.toSeconds());
    long hours = seconds / 3600;
    String clock = "%d:%02d".formatted(seconds / 60 % 60, seconds % 60);
    return hours == 0 ? clock : "%d:%02d:%02d".formatted(hours, seconds / 60 % 60, seconds % 60);
  }

  /// Time of day to the second: `21:14:07`.
  public String time(Instant at) {
    return time.format(at);
  }

  /// Time of day to the minute: `21:14`.
  public String shortTime(Instant at) {
    return shortTime.format(at);
  }

  /// Time of day, with the day in front when that is not today: `21:14:07`, `22 Nov 21:14:07`.
  public String timeSince(Instant at, Instant now) {
    boolean today = at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
    return today ? time.format(at) : dayTime.format(at);
  }

  /// The day: `22 Nov`.
  public String day(Instant at) {
    return dayOnly.format(at);
  }

  /// Day and time of day: `22 Nov 21:14:07`.
  public String dayTime(Instant at) {
    return dayTime.format(at);
  }

  /// The head of a column of local times with the zone's short name at that moment: `Began (CET)`.
  public String inZone(String head, Instant at) {
    return head + " (" + zoneName(at) + ")";
  }

  /// The zone's short name at that moment: `CET`.
  public String zoneName(Instant at) {
    return zoneName.format(at);
  }
}
