package ai.cryox.core.ledger;

import java.util.ArrayList;
import java.util.List;

/// What must be known of a tree to add to it and to say its root: the roots of the complete
/// subtrees it falls into, largest first, at most one of each size. One thread.
public final class Frontier {
  private final TreeHash hashing;
  private final List<Hash> roots = new ArrayList<>();
  private long size;

  /// A tree without leaves.
  public Frontier() {
    hashing = new TreeHash();
  }

  /// The same tree, to go on with apart from the other, on the same thread.
  public Frontier(Frontier other) {
    hashing = other.hashing;
    roots.addAll(other.roots);
    size = other.size;
  }

  /// How many leaves the tree has.
  public long size() {
    return size;
  }

  /// Adds a leaf: at most as many hashes as the tree has levels.
  public void add(Hash leaf) {
    add(0, leaf);
  }

  /// Adds a complete subtree of 2^level leaves.
  ///
  /// @throws IllegalArgumentException if the tree's size is no multiple of that
  public void add(int level, Hash root) {
    if ((size & ((1L << level) - 1)) != 0) {
      throw new IllegalArgumentException(
          "A subtree of level %d cannot begin at leaf %d.".formatted(level, size));
    }
    Hash added = root;
    for (long left = size >>> level; (left & 1) == 1; left >>>= 1) {
      added = hashing.node(roots.removeLast(), added);
    }
    roots.add(added);
    size += 1L << level;
  }

  /// The root of all leaves so far.
  public Hash root() {
    if (roots.isEmpty()) {
      return TreeHash.EMPTY;
    }
    Hash root = roots.getLast();
    for (int i = roots.size() - 2; i >= 0; i--) {
      root = hashing.node(roots.get(i), root);
    }
    return root;
  }
}
