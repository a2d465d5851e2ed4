package ai.cryox.app.cli;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which time a command writes out as CSV, and where to.
final class SliceOptions {
  @Option(names = "--from", paramLabel = "T", description = "The first time. Usual: all.")
  private @Nullable PointInTime from;

  @Option(
      names = "--to",
      paramLabel = "T",
      description = "The end; this time itself is not included. Usual: all.")
  private @Nullable PointInTime until;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write this file, replacing it. Usual: standard output.")
  private @Nullable Path file;

  /// The first time; `null` for all.
  @Nullable Instant from() {
    return from == null ? null : from.instant();
  }

  /// The time at which it ends, itself left out; `null` for all.
  @Nullable Instant until() {
    return until == null ? null : until.instant();
  }

  /// `null` for standard output.
  @Nullable Path file() {
    return file;
  }
}
