package ai.cryox.backend.ledger;

import ai.cryox.backend.series.DamagedException;
import ai.cryox.core.ledger.Frontier;
import ai.cryox.core.ledger.Hash;
import ai.cryox.core.ledger.TreeHash;
import java.util.List;
import java.util.function.IntPredicate;

/// A complete block of leaves, packed: where nobody needs the leaves any more, the root of the
/// subtree stands for them. The block's root stays what it was, and each leaf that is kept can
/// still be proven.
public final class LeafBlock {
  /// A block is a subtree of this level.
  public static final int LEVEL = 10;

  /// How many leaves a block has.
  public static final int LEAVES = 1 << LEVEL;

  private static final int PRUNED = 0;
  private static final int KEPT = 1;
  private static final int PARENT = 2;

  private LeafBlock() {}

  /// Told of a block's parts in order.
  public interface Visitor {
    /// So many leaves are known by the root of their subtree alone.
    void pruned(int level, Hash root) throws DamagedException;

    /// A leaf that is kept.
    void leaf(KeptLeaf leaf) throws DamagedException;
  }

  /// Packs a block.
  ///
  /// @param leaves all of it, in order
  /// @param isNeeded whether the leaf at a place in the block is to be kept
  /// @param isBoundary whether a tree that ended before a place in the block must still be known
  /// @throws DamagedException if a leaf has no hash
  public static byte[] pack(List<KeptLeaf> leaves, IntPredicate isNeeded, IntPredicate isBoundary)
      throws DamagedException {
    if (leaves.size() != LEAVES) {
      throw new IllegalArgumentException("A block has %d leaves.".formatted(LEAVES));
    }
    LeafWriter out = new LeafWriter();
    new Packing(leaves, isNeeded, isBoundary, new TreeHash(), out).write(0, LEAVES);
    return out.toArray();
  }

  private record Packing(
      List<KeptLeaf> leaves,
      IntPredicate isNeeded,
      IntPredicate isBoundary,
      TreeHash hashing,
      LeafWriter out) {
    void write(int from, int until) throws DamagedException {
      if (canGo(from, until)) {
        out.one(PRUNED).hash(root(from, until));
      } else if (until - from == 1) {
        KeptLeaf leaf = leaves.get(from);
        out.one(KEPT).one(leaf.kind().id()).number(leaf.key()).bytes(leaf.data());
      } else {
        out.one(PARENT);
        write(from, (from + until) / 2);
        write((from + until) / 2, until);
      }
    }

    private boolean canGo(int from, int until) {
      for (int at = from; at < until; at++) {
        if (isNeeded.test(at) || (at > from && isBoundary.test(at))) {
          return false;
        }
      }
      return true;
    }

    private Hash root(int from, int until) throws DamagedException {
      Frontier frontier = new Frontier();
      for (KeptLeaf leaf : leaves.subList(from, until)) {
        frontier.add(leaf.hash(hashing));
      }
      return frontier.root();
    }
  }

  /// Tells of a block's parts in order.
  ///
  /// @param first the number of its first leaf
  /// @throws DamagedException if the bytes are not those of a block
  public static void walk(byte[] packed, long first, Visitor visitor) throws DamagedException {
    LeafReader in = new LeafReader(packed);
    walk(in, LEVEL, first, visitor);
    if (!in.isAtEnd()) {
      throw new DamagedException("something stands after its end");
    }
  }

  private static void walk(LeafReader in, int level, long first, Visitor visitor)
      throws DamagedException {
    int what = in.one();
    if (what == PRUNED) {
      visitor.pruned(level, in.hash());
    } else if (what == KEPT && level == 0) {
      visitor.leaf(new KeptLeaf(first, KeptLeaf.Kind.of(in.one()), in.number(), in.bytes()));
    } else if (what == PARENT && level > 0) {
      walk(in, level - 1, first, visitor);
      walk(in, level - 1, first + (1L << (level - 1)), visitor);
    } else {
      throw new DamagedException("an unknown part of a block " + what);
    }
  }
}
