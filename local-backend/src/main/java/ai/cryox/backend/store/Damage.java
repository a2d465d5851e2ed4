package ai.cryox.backend.store;

import ai.cryox.backend.series.DamagedException;
import ai.cryox.backend.series.Series;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Blobs that were found damaged while the store was in use. Each is told once; what is in it is
/// missing from every answer, the rest is not. Thread-safe.
final class Damage {
  private final Consumer<String> teller;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /// @param teller told a sentence for each, by the thread that found it
  Damage(Consumer<String> teller) {
    this.teller = teller;
  }

  void found(StoredChunk chunk, Series series, DamagedException how) {
    if (told.add(chunk.name())) {
      teller.accept(
          "%s of %s cannot be read (%s): its rows from %s to %s are missing. Run `cryox check`, and restore a backup."
              .formatted(
                  chunk.name(),
                  series.deviceId(),
                  how.getMessage(),
                  Instant.ofEpochMilli(chunk.from()),
                  Instant.ofEpochMilli(chunk.until())));
    }
  }

  void found(String record, DamagedException how) {
    if (told.add(record)) {
      teller.accept(
          "%s cannot be read (%s): its rows are missing unless they are sealed already. Run `cryox check`, and restore a backup."
              .formatted(record, how.getMessage()));
    }
  }

  /// Why the file could not be read or written, in SQLite's words.
  static String reason(Throwable failed) {
    Throwable root = failed;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("no reason given");
  }

  /// How many were found.
  int count() {
    return told.size();
  }
}
