package ai.cryox.app.cli;

import ai.cryox.app.log.LogLevel;
import ai.cryox.app.log.LogSettings;
import ai.cryox.app.log.Logs;
import java.nio.file.Path;
import java.time.InstantSource;
import picocli.CommandLine.Option;

/// What is kept in the log files.
final class LogOptions {
  private static final long MEGABYTE = 1024 * 1024;

  @Option(
      names = "--log-level",
      defaultValue = "INFO",
      description =
          "What goes into the folder logs of the data folder: ${COMPLETION-CANDIDATES}. Usual:"
              + " ${DEFAULT-VALUE}.")
  private LogLevel level = LogLevel.INFO;

  @Option(
      names = "--log-size",
      paramLabel = "MB",
      defaultValue = "10",
      description =
          "A log file of this many megabytes is put aside, and one of a day. Usual:"
              + " ${DEFAULT-VALUE}.")
  private int megabytes = 10;

  @Option(
      names = "--log-files",
      paramLabel = "N",
      defaultValue = "30",
      description = "How many files that were put aside are kept. Usual: ${DEFAULT-VALUE}.")
  private int files = 30;

  @Option(
      names = "--log-days",
      paramLabel = "N",
      defaultValue = "90",
      description = "How many days they are kept at most. Usual: ${DEFAULT-VALUE}.")
  private int days = 90;

  /// Begins the log.
  ///
  /// @param data the data folder
  Logs open(Path data, InstantSource clock) {
    return Logs.open(
        new LogSettings(data.resolve("logs"), level, megabytes * MEGABYTE, files, days), clock);
  }
}
