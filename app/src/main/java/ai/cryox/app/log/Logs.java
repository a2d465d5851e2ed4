package ai.cryox.app.log;

import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The log of a process that monitors: everything goes into a file, the terminal gets a short line
/// for what is wrong.
public final class Logs implements AutoCloseable {
  private static final Logger ROOT = Logger.getLogger("");

  /// Held here, or its level would be forgotten with it.
  private static final Logger OURS = Logger.getLogger("ai.cryox");

  private final LogFile file;

  private Logs(LogFile file) {
    this.file = file;
  }

  /// Begins.
  ///
  /// @throws LogException if the file cannot be written
  public static Logs open(LogSettings settings, InstantSource clock) {
    LogFile file;
    try {
      file = new LogFile(settings, clock, ZoneId.systemDefault());
    } catch (IOException failed) {
      throw new LogException(
          "The log in %s cannot be written: %s. Make the folder writable, or name another data folder."
              .formatted(settings.folder(), failed),
          failed);
    }
    for (Handler handler : ROOT.getHandlers()) {
      if (handler instanceof ConsoleHandler terminal) {
        terminal.setFormatter(new ShortLine());
        terminal.setLevel(Level.WARNING);
      }
    }
    ROOT.addHandler(file);
    OURS.setLevel(settings.level().level());
    return new Logs(file);
  }

  /// Writes the last line.
  public void end(String sentence) {
    OURS.info(sentence);
  }

  /// Ends the file.
  @Override
  public void close() {
    ROOT.removeHandler(file);
    file.close();
  }
}
