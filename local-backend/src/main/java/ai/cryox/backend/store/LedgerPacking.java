package ai.cryox.backend.store;

import ai.cryox.backend.ledger.KeptLeaf;
import ai.cryox.backend.ledger.Leaf;
import ai.cryox.backend.ledger.LeafBlock;
import ai.cryox.backend.series.DamagedException;
import ai.cryox.core.ledger.Frontier;
import ai.cryox.core.ledger.TreeHash;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Packs full blocks of leaves, so that a commit of one reading does not cost more in the ledger
/// than in the store for ever. Leaves that speak of nothing but a row of the log go when that row
/// has gone; everything else stays. Belongs to the writer's thread.
final class LedgerPacking {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerPacking.class);

  private final SqliteDatabase database;

  LedgerPacking(SqliteDatabase database) {
    this.database = database;
  }

  /// Packs a block if one is full, in the writer's open transaction.
  ///
  /// @return whether there may be more to do
  boolean step() {
    LedgerView view = new LedgerView(database.writer());
    long first = view.packed();
    // The newest leaf stays: it says how things are.
    if (view.size() <= first + LeafBlock.LEAVES) {
      return false;
    }
    Leaf.Round newest = view.newestRound();
    List<KeptLeaf> leaves = view.leaves(first, LeafBlock.LEAVES);
    if (newest == null || leaves.size() < LeafBlock.LEAVES) {
      return false;
    }
    try {
      if (leaves.getFirst().number() != first
          || leaves.getLast().number() != first + LeafBlock.LEAVES - 1
          || newestSequence(leaves) >= newest.logFirst()) {
        return false;
      }
      pack(view, first, leaves);
      return true;
    } catch (DamagedException damaged) {
      // Verification names it; a block with something unreadable in it stays as it is.
      LOG.debug("The ledger's leaves from {} on cannot be packed.", first, damaged);
      return false;
    }
  }

  private static long newestSequence(List<KeptLeaf> leaves) throws DamagedException {
    long newest = 0;
    for (KeptLeaf leaf : leaves) {
      if (leaf.kind() == KeptLeaf.Kind.WORDS
          && Leaf.decode(leaf.data()) instanceof Leaf.Round round) {
        newest = Math.max(newest, round.sequence());
      }
    }
    return newest;
  }

  private void pack(LedgerView view, long first, List<KeptLeaf> leaves) throws DamagedException {
    Handle writer = database.writer();
    long last = first + LeafBlock.LEAVES;
    // Of a block's checkpoints the last one and the stamped ones stay, and can be verified.
    writer.execute(
        """
        DELETE FROM ledger_checkpoint WHERE size > ? AND size < (
          SELECT max(size) FROM ledger_checkpoint WHERE size <= ?)
        AND size NOT IN (SELECT size FROM ledger_stamp)\
        """,
        first,
        last);
    Set<Long> signed =
        view.checkpoints(first + 1, last).stream()
            .map(LedgerView.StoredCheckpoint::size)
            .collect(Collectors.toSet());
    boolean[] needed = new boolean[LeafBlock.LEAVES];
    Frontier frontier = new Frontier();
    TreeHash hashing = new TreeHash();
    for (int at = 0; at < LeafBlock.LEAVES; at++) {
      needed[at] = isNeeded(leaves.get(at));
      frontier.add(leaves.get(at).hash(hashing));
    }
    byte[] packed = LeafBlock.pack(leaves, at -> needed[at], at -> signed.contains(first + at));
    writer.execute(
        "INSERT INTO ledger_block (block, root, data) VALUES (?, ?, ?)",
        first / LeafBlock.LEAVES,
        frontier.root().bytes(),
        packed);
    writer.execute("DELETE FROM ledger_leaf WHERE leaf < ?", last);
  }

  private static boolean isNeeded(KeptLeaf leaf) throws DamagedException {
    return leaf.kind() != KeptLeaf.Kind.WORDS
        || !(Leaf.decode(leaf.data()) instanceof Leaf.Round round)
        || !round.isPassing();
  }
}
