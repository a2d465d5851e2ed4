package ai.cryox.backend.store;

import ai.cryox.backend.ledger.KeptLeaf;
import ai.cryox.backend.ledger.Leaf;
import ai.cryox.backend.ledger.LeafBlock;
import ai.cryox.backend.series.DamagedException;
import ai.cryox.core.ledger.Frontier;
import ai.cryox.core.ledger.Hash;
import ai.cryox.core.ledger.TreeHash;
import ai.cryox.core.ledger.TreeNodes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The ledger as of one transaction: its leaves, and the hashes of its tree. Nothing of it is
/// believed that does not follow from the leaves, but the roots of blocks. One thread.
final class LedgerView implements TreeNodes {
  private final Handle handle;
  private final TreeHash hashing = new TreeHash();
  private final Map<Node, Hash> known = new HashMap<>();
  private final Map<Long, KeptLeaf> kept = new HashMap<>();
  private final Map<Long, Boolean> opened = new HashMap<>();

  private record Node(int level, long index) {}

  /// @param handle in a transaction
  LedgerView(Handle handle) {
    this.handle = handle;
  }

  /// How many leaves there are.
  long size() {
    return handle
        .createQuery("SELECT coalesce(max(leaf) + 1, 0) FROM ledger_leaf")
        .mapTo(Long.class)
        .one();
  }

  /// How many leaves are in blocks.
  long packed() {
    return LeafBlock.LEAVES
        * handle
            .createQuery("SELECT coalesce(max(block) + 1, 0) FROM ledger_block")
            .mapTo(Long.class)
            .one();
  }

  /// The leaves that are in no block, from one on.
  List<KeptLeaf> leaves(long from, int most) {
    return handle
        .createQuery("SELECT * FROM ledger_leaf WHERE leaf >= ? ORDER BY leaf LIMIT ?")
        .bind(0, from)
        .bind(1, most)
        .map((row, context) -> leaf(row))
        .list();
  }

  private static KeptLeaf leaf(ResultSet row) throws SQLException {
    try {
      return new KeptLeaf(
          row.getLong("leaf"),
          KeptLeaf.Kind.of(row.getInt("kind")),
          row.getLong("record_key"),
          row.getBytes("data"));
    } catch (DamagedException damaged) {
      throw new StoreException(
          "Leaf %d of the ledger cannot be read: %s."
              .formatted(row.getLong("leaf"), damaged.getMessage()),
          damaged);
    }
  }

  /// The newest round; `null` if there is none.
  Leaf.@Nullable Round newestRound() {
    return handle
        .createQuery("SELECT * FROM ledger_leaf WHERE kind = 0 ORDER BY leaf DESC LIMIT 1")
        .map((row, context) -> leaf(row))
        .findOne()
        .map(LedgerView::round)
        .orElse(null);
  }

  private static Leaf.@Nullable Round round(KeptLeaf leaf) {
    try {
      return Leaf.decode(leaf.data()) instanceof Leaf.Round round ? round : null;
    } catch (DamagedException damaged) {
      return null;
    }
  }

  /// A leaf that is kept; `null` if there is none of that number, or its words are not kept.
  @Nullable KeptLeaf leaf(long number) {
    open(number / LeafBlock.LEAVES);
    return kept.get(number);
  }

  /// What a kept leaf says; `null` if it says nothing of its own.
  @Nullable Leaf words(long number) {
    KeptLeaf leaf = leaf(number);
    try {
      return leaf == null || leaf.kind() != KeptLeaf.Kind.WORDS ? null : Leaf.decode(leaf.data());
    } catch (DamagedException damaged) {
      return null;
    }
  }

  /// What the packed block of that number says of itself; empty if it is not packed.
  Optional<PackedBlock> block(long block) {
    return handle
        .createQuery("SELECT root, data FROM ledger_block WHERE block = ?")
        .bind(0, block)
        .map((row, context) -> new PackedBlock(row.getBytes("root"), row.getBytes("data")))
        .findOne();
  }

  /// A block as it lies in the file.
  record PackedBlock(byte[] root, byte[] data) {}

  /// The whole tree, to go on with. Where something is missing an empty hash stands, so that the
  /// numbers of the leaves stay what they are.
  ///
  /// @param missing told which leaf
  Frontier frontier(LongConsumer missing) {
    Frontier frontier = new Frontier();
    handle
        .createQuery("SELECT block, root FROM ledger_block ORDER BY block")
        .map((row, context) -> Map.entry(row.getLong("block"), Hash.of(row.getBytes("root"))))
        .forEach(block -> {
          fill(frontier, block.getKey() * LeafBlock.LEAVES, missing);
          if (frontier.size() == block.getKey() * LeafBlock.LEAVES) {
            frontier.add(LeafBlock.LEVEL, block.getValue());
          }
        });
    for (KeptLeaf leaf : leaves(frontier.size(), Integer.MAX_VALUE)) {
      fill(frontier, leaf.number(), missing);
      frontier.add(hash(leaf));
    }
    return frontier;
  }

  /// A leaf's hash; an empty one if it has none.
  Hash hash(KeptLeaf leaf) {
    return hash(leaf, hashing);
  }

  static Hash hash(KeptLeaf leaf, TreeHash hashing) {
    try {
      return leaf.hash(hashing);
    } catch (DamagedException damaged) {
      return TreeHash.EMPTY;
    }
  }

  static void fill(Frontier frontier, long until, LongConsumer missing) {
    while (frontier.size() < until) {
      missing.accept(frontier.size());
      boolean whole =
          frontier.size() % LeafBlock.LEAVES == 0 && until - frontier.size() >= LeafBlock.LEAVES;
      frontier.add(whole ? LeafBlock.LEVEL : 0, TreeHash.EMPTY);
    }
  }

  /// @throws StoreException if that hash is not known any more, or was never
  @Override
  public Hash node(int level, long index) {
    Node node = new Node(level, index);
    Hash hash = known.get(node);
    if (hash == null && level == LeafBlock.LEVEL) {
      hash = block(index).map(block -> Hash.of(block.root())).orElse(null);
    }
    if (hash == null && level <= LeafBlock.LEVEL) {
      open(index >> (LeafBlock.LEVEL - level));
      hash = known.get(node);
      if (hash == null && level == 0) {
        throw new StoreException(
            "The ledger does not know leaf %d any more, or never did.".formatted(index));
      }
    }
    if (hash == null) {
      hash = hashing.node(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
    }
    known.put(node, hash);
    return hash;
  }

  /// Reads what there is of a block, packed or not.
  private void open(long block) {
    if (opened.putIfAbsent(block, true) != null) {
      return;
    }
    long first = block * LeafBlock.LEAVES;
    try {
      PackedBlock packed = block(block).orElse(null);
      if (packed != null) {
        LeafBlock.walk(packed.data(), first, new Opening(first));
        return;
      }
      Opening opening = new Opening(first);
      for (KeptLeaf leaf : leaves(first, LeafBlock.LEAVES)) {
        if (leaf.number() < first + LeafBlock.LEAVES) {
          opening.leaf(leaf);
        }
      }
    } catch (DamagedException damaged) {
      throw new StoreException(
          "Block %d of the ledger cannot be read: %s.".formatted(block, damaged.getMessage()),
          damaged);
    }
  }

  private final class Opening implements LeafBlock.Visitor {
    private long next;

    Opening(long first) {
      this.next = first;
    }

    @Override
    public void pruned(int level, Hash root) {
      known.put(new Node(level, next >> level), root);
      next += 1L << level;
    }

    @Override
    public void leaf(KeptLeaf leaf) throws DamagedException {
      known.put(new Node(0, leaf.number()), leaf.hash(hashing));
      kept.put(leaf.number(), leaf);
      next = leaf.number() + 1;
    }
  }

  /// A checkpoint as it lies in the file.
  record StoredCheckpoint(long size, long at, String note) {}

  /// The newest checkpoint; `null` if there is none.
  @Nullable StoredCheckpoint newestCheckpoint() {
    return handle
        .createQuery("SELECT * FROM ledger_checkpoint ORDER BY size DESC LIMIT 1")
        .map((row, context) -> checkpoint(row))
        .findOne()
        .orElse(null);
  }

  /// The checkpoints with from ≤ size ≤ until, in order.
  List<StoredCheckpoint> checkpoints(long from, long until) {
    return handle
        .createQuery("SELECT * FROM ledger_checkpoint WHERE size >= ? AND size <= ? ORDER BY size")
        .bind(0, from)
        .bind(1, until)
        .map((row, context) -> checkpoint(row))
        .list();
  }

  private static StoredCheckpoint checkpoint(ResultSet row) throws SQLException {
    return new StoredCheckpoint(row.getLong("size"), row.getLong("at_ms"), row.getString("note"));
  }
}
