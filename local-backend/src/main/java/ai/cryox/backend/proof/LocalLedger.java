package ai.cryox.backend.proof;

import ai.cryox.backend.store.LedgerProofs;
import ai.cryox.backend.store.Snapshots;
import ai.cryox.core.ledger.Checkpoint;
import ai.cryox.core.ledger.Hash;
import ai.cryox.core.ledger.Ledger;
import ai.cryox.core.ledger.LedgerState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The ledger of this process's data file. Thread-safe.
public final class LocalLedger implements Ledger {
  private final LedgerProofs proofs;
  private final Supplier<LedgerState> state;

  /// @param state what verification found
  public LocalLedger(Snapshots database, Supplier<LedgerState> state) {
    this.proofs = new LedgerProofs(database);
    this.state = state;
  }

  @Override
  public Optional<Head> head() {
    return proofs
        .head()
        .map(signed ->
            new Head(
                signed.note().toString(),
                Checkpoint.parse(signed.note().text()),
                signed.key().toString(),
                signed.leaves()));
  }

  @Override
  public LedgerState state() {
    return state.get();
  }

  @Override
  public String reading(String deviceId, Instant time) {
    return proofs.reading(deviceId, time).toString();
  }

  @Override
  public String transition(long key) {
    return proofs.transition(key).toString();
  }

  @Override
  public String audit(long key) {
    return proofs.audit(key).toString();
  }

  @Override
  public List<Hash> consistency(long older, long newer) {
    return proofs.consistency(older, newer);
  }
}
