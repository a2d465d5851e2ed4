package ai.cryox.backend.store;

import ai.cryox.backend.ledger.LedgerSigner;
import ai.cryox.core.ledger.Checkpoint;
import ai.cryox.core.ledger.SignedNote;
import ai.cryox.core.ledger.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Signs every minute what the ledger has, in the transaction that is being made. Belongs to the
/// writer's thread, except where said.
final class Checkpoints {
  private static final Duration BETWEEN = Duration.ofMinutes(1);

  private final LedgerTables tables;
  private final @Nullable LedgerSigner signer;
  private boolean atOnce;
  private @Nullable SignedNote signedNow;
  private volatile @Nullable SignedNote newest;

  /// @param signer `null` = none are made
  Checkpoints(LedgerTables tables, @Nullable LedgerSigner signer) {
    this.tables = tables;
    this.signer = signer;
  }

  /// The newest one that this process has made durable; `null` if it has made none. Any thread.
  @Nullable SignedNote newest() {
    return newest;
  }

  /// The public half of the key that signs; `null` = nobody does.
  @Nullable VerifierKey key() {
    return signer == null ? null : signer.key();
  }

  /// The next transaction signs what there is, however little time has passed.
  void signAtOnce() {
    atOnce = true;
  }

  /// Signs, if it is time and there is anything new.
  ///
  /// @param ledger as it is after this transaction; takes note of what was signed
  /// @param now epoch milliseconds
  void signIfDue(LedgerState ledger, long now) throws SQLException {
    long gone = now - ledger.signedAt;
    boolean due = atOnce || gone >= BETWEEN.toMillis() || gone < 0;
    if (signer != null && due && ledger.frontier.size() > ledger.signedSize) {
      sign(signer, ledger, now);
    }
  }

  private void sign(LedgerSigner by, LedgerState ledger, long now) throws SQLException {
    Checkpoint checkpoint =
        new Checkpoint(
            ledger.origin,
            ledger.frontier.size(),
            ledger.frontier.root(),
            Instant.ofEpochMilli(now));
    byte[] signature = by.sign(checkpoint.text().getBytes(StandardCharsets.UTF_8));
    SignedNote note = SignedNote.of(checkpoint.text(), by.key(), signature);
    ledger.signedAt = now;
    ledger.signedSize = checkpoint.size();
    tables.insertCheckpoint(ledger.signedSize, ledger.signedAt, note.toString());
    signedNow = note;
  }

  /// The transaction is durable.
  void committed() {
    if (signedNow != null) {
      newest = signedNow;
      signedNow = null;
      atOnce = false;
    }
  }

  /// The transaction was never made.
  void rolledBack() {
    signedNow = null;
  }
}
