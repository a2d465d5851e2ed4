package ai.cryox.backend;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What a local backend needs to know before it starts.
///
/// @param data the folder that holds everything; made if need be
/// @param queueBytes what may wait between the wires and the pipeline, bytes
/// @param ledgerHead the folder apart from the data that keeps the ledger's head; `null` = none
///   does
public record BackendSettings(Path data, long queueBytes, @Nullable Path ledgerHead) {
  /// Enough for about a second of the fastest wire.
  public static final long DEFAULT_QUEUE_BYTES = 32L * 1024 * 1024;

  /// The usual queue; the ledger's head is kept nowhere else.
  public static BackendSettings at(Path data) {
    return new BackendSettings(data, DEFAULT_QUEUE_BYTES, null);
  }

  /// The same with the ledger's head kept in that folder.
  public BackendSettings withLedgerHead(@Nullable Path folder) {
    return new BackendSettings(data, queueBytes, folder);
  }
}
