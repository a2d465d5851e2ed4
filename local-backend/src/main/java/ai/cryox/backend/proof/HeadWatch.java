package ai.cryox.backend.proof;

import ai.cryox.backend.proof.HeadFolder.Head;
import ai.cryox.backend.store.Finding;
import ai.cryox.backend.store.StoreException;
import ai.cryox.backend.store.StoreLedger;
import ai.cryox.core.ledger.SignedNote;
import ai.cryox.core.ledger.VerifierKey;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Compares the ledger with its head that is kept apart when the backend starts, and keeps that
/// head up to date from then on.
public final class HeadWatch {
  private static final Logger LOG = LoggerFactory.getLogger(HeadWatch.class);

  private final @Nullable HeadFolder heads;
  private final Path data;
  private final StoreLedger ledger;
  private @Nullable SignedNote written;
  private boolean complained;

  /// Compares what was opened with its head.
  ///
  /// @param folder where heads are kept; `null` = none are
  /// @param data the data folder
  public static HeadWatch of(@Nullable Path folder, Path data, StoreLedger ledger) {
    HeadWatch watch = new HeadWatch(folder == null ? null : new HeadFolder(folder), data, ledger);
    watch.compare();
    return watch;
  }

  private HeadWatch(@Nullable HeadFolder heads, Path data, StoreLedger ledger) {
    this.heads = heads;
    this.data = data;
    this.ledger = ledger;
  }

  /// Before the pipeline starts. What does not agree is among the ledger's breaks.
  private void compare() {
    HeadFolder folder = heads;
    if (folder == null) {
      return;
    }
    try {
      Head other = folder.ofAnother(data, ledger.origin());
      if (other != null) {
        found(
            "in this data folder was another ledger, %s with %d leaves, of %s"
                .formatted(
                    other.checkpoint().origin(),
                    other.checkpoint().size(),
                    other.checkpoint().at()));
        folder.putAside(other);
      }
      Head head = folder.of(ledger.origin()).orElse(null);
      String disagreement = head == null ? "" : ledger.compareWith(head.checkpoint());
      if (head != null && !disagreement.isEmpty()) {
        found(disagreement);
        folder.putAside(head);
      }
    } catch (StoreException | IOException failed) {
      found("its head cannot be used: %s".formatted(failed.getMessage()));
    }
  }

  private void found(String what) {
    ledger
        .breaks()
        .found(
            new Finding(
                "the ledger",
                null,
                null,
                what,
                "if nobody brought back a backup on purpose, tell quality assurance"));
  }

  /// Writes the newest head if it is not there yet. One thread at a time.
  public synchronized void keep() {
    HeadFolder folder = heads;
    SignedNote newest = ledger.newest();
    VerifierKey key = ledger.key();
    if (folder == null || key == null || newest == null || newest.equals(written)) {
      return;
    }
    try {
      folder.write(data, key, newest);
      written = newest;
      complained = false;
    } catch (IOException failed) {
      if (!complained) {
        LOG.warn(
            "The ledger's head cannot be written ({}). Make its folder writable, or choose another"
                + " one with --ledger-head.",
            failed.toString());
      }
      complained = true;
    }
  }
}
