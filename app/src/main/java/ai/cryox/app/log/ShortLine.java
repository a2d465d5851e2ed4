package ai.cryox.app.log;

import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/// What a person at the terminal reads; the whole story is in the log file.
final class ShortLine extends Formatter {
  @Override
  public String format(LogRecord said) {
    return "%s: %s%n"
        .formatted(
            LogLine.word(said.getLevel()).toLowerCase(Locale.ROOT),
            LogLine.oneLine(Veil.over(formatMessage(said))));
  }
}
