package ai.cryox.backend.backup;

import ai.cryox.backend.store.CheckReport;
import java.time.Instant;
import java.util.List;

/// What a backup holds.
///
/// @param product the program that made it, with its version
/// @param createdAt by the backup's clock
/// @param content what the check of the copied database has counted
/// @param files all that is in the backup beside the manifest
public record Manifest(String product, Instant createdAt, CheckReport content, List<Entry> files) {
  /// The format that this program writes and reads.
  static final int FORMAT = 1;

  /// One file.
  ///
  /// @param name relative to the data folder, parts separated by `/`
  /// @param bytes its length
  /// @param sha256 of its bytes, hexadecimal
  public record Entry(String name, long bytes, String sha256) {}
}
