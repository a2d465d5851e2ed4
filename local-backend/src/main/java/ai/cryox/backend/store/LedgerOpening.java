package ai.cryox.backend.store;

import ai.cryox.backend.ledger.Leaf;
import ai.cryox.backend.ledger.Leaf.Totals;
import ai.cryox.backend.ledger.LedgerSigner;
import ai.cryox.backend.store.LedgerView.StoredCheckpoint;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Brings back what the writer must know of the ledger. Before the pipeline starts.
final class LedgerOpening {
  private final SqliteDatabase database;
  private final LedgerBreaks breaks = new LedgerBreaks();

  LedgerOpening(SqliteDatabase database) {
    this.database = database;
  }

  LedgerBreaks breaks() {
    return breaks;
  }

  /// Whether what is found at a start is what was stored.
  LedgerProof proof() {
    return new LedgerProof(database.writer(), breaks);
  }

  StoreLedger open(@Nullable LedgerSigner signer, boolean off) {
    Handle writer = database.writer();
    LedgerView view = new LedgerView(writer);
    LedgerState state =
        new LedgerState(
            view.frontier(leaf -> found("leaf " + leaf + " of the ledger", "it is missing")));
    if (state.frontier.size() > 0) {
      restore(state, view, writer);
    }
    database.commit();
    return new StoreLedger(new LedgerTables(database), state, signer, breaks, off);
  }

  private void restore(LedgerState state, LedgerView view, Handle writer) {
    Leaf.Round newest = view.newestRound();
    if (newest == null) {
      found("the ledger", "its newest round cannot be read");
      state.totals = new Totals(max(writer, "SELECT max(seal) FROM ledger_seal"), 0, 0, 0);
      state.logFirst = max(writer, "SELECT min(seq) FROM raw_log");
    } else {
      state.totals = newest.totals();
      state.logFirst = newest.logFirst();
      state.lastAt = newest.at();
    }
    state.lastAlarm = lastKey(writer, LedgerTables.ALARM);
    state.lastAudit = lastKey(writer, LedgerTables.AUDIT);
    state.origin = view.words(0) instanceof Leaf.Genesis genesis ? genesis.origin() : "unknown";
    state.key = key(view, writer);
    StoredCheckpoint checkpoint = view.newestCheckpoint();
    if (checkpoint != null) {
      state.signedAt = checkpoint.at();
      state.signedSize = checkpoint.size();
    }
  }

  private static String key(LedgerView view, Handle writer) {
    long leaf =
        max(writer, "SELECT leaf FROM ledger_place WHERE kind = %d".formatted(LedgerTables.KEY));
    return switch (view.words(leaf)) {
      case Leaf.Genesis genesis -> genesis.key();
      case Leaf.NewKey other -> other.key();
      case null, default -> "";
    };
  }

  private static long lastKey(Handle writer, int kind) {
    return max(writer, "SELECT max(record_key) FROM ledger_place WHERE kind = %d".formatted(kind));
  }

  private static long max(Handle writer, String sql) {
    return writer.createQuery(sql).mapTo(Long.class).findOne().orElse(0L);
  }

  private void found(String record, String what) {
    breaks.found(new Finding(record, null, null, what, LedgerProof.ADVICE));
  }
}
