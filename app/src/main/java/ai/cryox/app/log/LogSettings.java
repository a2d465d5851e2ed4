package ai.cryox.app.log;

import java.nio.file.Path;
import java.time.Duration;

/// Where the log lies and how much of it is kept.
///
/// @param folder made if need be
/// @param level what goes into it
/// @param fileBytes a file that is this long is put aside
/// @param files how many that were put aside are kept
/// @param days how many days a file that was put aside is kept
public record LogSettings(Path folder, LogLevel level, long fileBytes, int files, int days) {
  /// A file is put aside after a day, however short it is.
  static final Duration DAY = Duration.ofDays(1);
}
