package ai.cryox.backend.store;

import ai.cryox.backend.series.DamagedException;
import ai.cryox.backend.series.Series;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Blobs that were found damaged while the store was in use. Each is told once; what is in it is
/// missing from every answer, the rest is not. Thread-safe.
final class Damage {
  private static final Logger LOG = LoggerFactory.getLogger(Damage.class);

  private final Set<String> told = ConcurrentHashMap.newKeySet();

  void found(StoredChunk chunk, Series series, DamagedException how) {
    if (told.add(chunk.name())) {
      LOG.error(
          "{} of {} cannot be read ({}): its rows from {} to {} are missing. Stop, run `cryox"
              + " check` and restore a backup.",
          chunk.name(),
          series.deviceId(),
          how.getMessage(),
          Instant.ofEpochMilli(chunk.from()),
          Instant.ofEpochMilli(chunk.until()));
    }
  }

  void found(String record, DamagedException how) {
    if (told.add(record)) {
      LOG.error(
          "{} cannot be read ({}): it was set aside in the table `damage`. Run `cryox check`.",
          record,
          how.getMessage());
    }
  }

  /// How many were found.
  int count() {
    return told.size();
  }
}
