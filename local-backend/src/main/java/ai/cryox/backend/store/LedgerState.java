package ai.cryox.backend.store;

import ai.cryox.backend.ledger.Leaf.Totals;
import ai.cryox.core.ledger.Frontier;

/// What the writer must know of the ledger to go on with it. One thread.
final class LedgerState {
  final Frontier frontier;
  Totals totals = Totals.NONE;

  /// Which ledger; empty = it has not begun.
  String origin = "";

  /// Who signs from the newest leaf on, as `name+id+key`; empty = nobody.
  String key = "";

  long lastAlarm;
  long lastAudit;

  /// When the newest round was, epoch milliseconds.
  long lastAt;

  /// The first row that the log has.
  long logFirst;

  /// The newest checkpoint, epoch milliseconds; and how many leaves it spoke of.
  long signedAt;

  long signedSize;

  LedgerState(Frontier frontier) {
    this.frontier = frontier;
  }

  boolean hasBegun() {
    return !origin.isEmpty();
  }

  LedgerState copy() {
    LedgerState copy = new LedgerState(new Frontier(frontier));
    copy.totals = totals;
    copy.origin = origin;
    copy.key = key;
    copy.lastAlarm = lastAlarm;
    copy.lastAudit = lastAudit;
    copy.lastAt = lastAt;
    copy.logFirst = logFirst;
    copy.signedAt = signedAt;
    copy.signedSize = signedSize;
    return copy;
  }
}
