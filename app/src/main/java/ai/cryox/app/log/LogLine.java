package ai.cryox.app.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/// One line for each thing that is said: when, how bad, by whom, what. A stack trace follows in
/// lines that begin with blanks. What comes from outside cannot begin a line of its own.
final class LogLine extends Formatter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

  private final ZoneId zone;

  LogLine(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public String format(LogRecord said) {
    StringBuilder line = new StringBuilder(160);
    line.append(TIME.format(said.getInstant().atZone(zone)))
        .append(String.format(Locale.ROOT, " %-7s ", word(said.getLevel())))
        .append(said.getLoggerName())
        .append(": ")
        .append(oneLine(Veil.over(formatMessage(said))))
        .append('\n');
    Throwable thrown = said.getThrown();
    if (thrown != null) {
      trace(thrown).lines().forEach(each -> line.append("    ").append(each).append('\n'));
    }
    return line.toString();
  }

  static String word(Level level) {
    int value = level.intValue();
    if (value >= Level.SEVERE.intValue()) {
      return "ERROR";
    }
    if (value >= Level.WARNING.intValue()) {
      return "WARNING";
    }
    return value >= Level.INFO.intValue() ? "INFO" : "DEBUG";
  }

  /// Line breaks and other control characters become a visible sign.
  static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.strip()
        .codePoints()
        .forEach(point -> line.appendCodePoint(Character.isISOControl(point) ? '␤' : point));
    return line.toString();
  }

  private static String trace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return Veil.over(text.toString());
  }
}
