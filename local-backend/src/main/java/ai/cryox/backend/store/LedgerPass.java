package ai.cryox.backend.store;

import ai.cryox.backend.ledger.Leaf;
import ai.cryox.backend.ledger.Leaf.Totals;
import ai.cryox.core.ledger.Frontier;
import ai.cryox.core.ledger.VerifierKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How far a verification has come, and what it has met so far. One thread.
final class LedgerPass {
  final Frontier frontier;
  Totals counted = Totals.NONE;
  String origin = "";
  @Nullable VerifierKey key;
  long lastAlarm;
  long lastAudit;
  long lastAt;
  long lastSequence;

  /// Chunks that are said to be removed, until the leaf is met that says so.
  final Map<Long, Leaf.Sealed> removals;

  /// The newest checkpoint that was right: how many leaves it speaks of.
  long rightSize;

  LedgerPass() {
    this(new Frontier(), new HashMap<>());
  }

  private LedgerPass(Frontier frontier, Map<Long, Leaf.Sealed> removals) {
    this.frontier = frontier;
    this.removals = removals;
  }

  LedgerPass copy() {
    LedgerPass copy = new LedgerPass(new Frontier(frontier), new HashMap<>(removals));
    copy.counted = counted;
    copy.origin = origin;
    copy.key = key;
    copy.lastAlarm = lastAlarm;
    copy.lastAudit = lastAudit;
    copy.lastAt = lastAt;
    copy.lastSequence = lastSequence;
    copy.rightSize = rightSize;
    return copy;
  }
}
