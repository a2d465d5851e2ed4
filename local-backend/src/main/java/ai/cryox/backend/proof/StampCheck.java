package ai.cryox.backend.proof;

import ai.cryox.backend.report.ReportException;
import ai.cryox.backend.report.TimeStamps;
import ai.cryox.backend.store.Finding;
import ai.cryox.backend.store.LedgerProofs;
import ai.cryox.backend.store.SqliteStampStore;
import ai.cryox.backend.store.StoreException;
import ai.cryox.backend.store.StoreFile;
import ai.cryox.core.ledger.Checkpoint;
import ai.cryox.core.ledger.SignedNote;
import ai.cryox.core.ledger.StoredStamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// Verifies what time-stamp authorities confirmed of the ledger: that their tokens are good, and
/// that the ledger is still the one that they were given.
///
/// @param findings told what does not agree
/// @param notes told a sentence for what a reader should know
public record StampCheck(Consumer<Finding> findings, Consumer<String> notes) {
  /// Between a checkpoint and its stamp: more says that the clock was wrong.
  private static final Duration LARGEST_DIFFERENCE = Duration.ofHours(2);

  /// Looks at all stamps.
  ///
  /// @throws StoreException if the file cannot be read
  public void run(StoreFile file) {
    LedgerProofs ledger = new LedgerProofs(file);
    List<StoredStamp> stamps = SqliteStampStore.read(file);
    Instant newest = Instant.MIN;
    int good = 0;
    for (StoredStamp stamp : stamps) {
      if (isGood(stamp, ledger)) {
        good++;
        newest = stamp.at().isAfter(newest) ? stamp.at() : newest;
      }
    }
    if (good > 0) {
      notes.accept(
          "%d checkpoints were confirmed by a time-stamp authority, the newest at %s by %s; it saw %d leaves."
              .formatted(good, newest, stamps.getLast().authority(), stamps.getLast().size()));
    }
  }

  private boolean isGood(StoredStamp stamp, LedgerProofs ledger) {
    String name = "the stamp of the checkpoint of %d leaves".formatted(stamp.size());
    try {
      Instant at = TimeStamps.check(stamp.token(), AnchorAgent.hash(stamp.note())).at();
      Checkpoint said = Checkpoint.parse(SignedNote.parse(stamp.note()).text());
      if (said.size() != stamp.size()) {
        return found(name, "it belongs to another checkpoint");
      }
      LedgerProofs.Signed head = ledger.head().orElse(null);
      if (head == null || head.leaves() < said.size()) {
        return found(
            name, "at %s there were more leaves than now: the end is cut off".formatted(at));
      }
      if (!ledger.agreesWith(said)) {
        return found(
            name,
            "the ledger's first leaves are not those that were confirmed at %s".formatted(at));
      }
      if (Duration.between(said.at(), at).abs().compareTo(LARGEST_DIFFERENCE) > 0) {
        return found(
            name,
            "the backend's clock said %s when the authority's said %s".formatted(said.at(), at));
      }
      return true;
    } catch (ReportException | IllegalArgumentException broken) {
      return found(name, "it is not what was given (%s)".formatted(broken.getMessage()));
    }
  }

  private boolean found(String name, String what) {
    findings.accept(
        new Finding(
            name, null, null, what, "leave everything as it is, and tell quality assurance"));
    return false;
  }
}
