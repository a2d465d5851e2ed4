package ai.cryox.core.ledger;

import java.util.ArrayList;
import java.util.List;

/// Makes proofs: RFC 9162, sections 2.1.3.1 and 2.1.4.1. One thread.
public final class Proofs {
  private final TreeNodes nodes;
  private final TreeHash hashing = new TreeHash();

  /// @param nodes of a tree at least as large as any that is asked about
  public Proofs(TreeNodes nodes) {
    this.nodes = nodes;
  }

  /// The root of the tree's first so many leaves.
  public Hash root(long size) {
    return size == 0 ? TreeHash.EMPTY : range(0, size);
  }

  /// That a leaf is in the tree of the first `size` leaves: the neighbours on its way to the root,
  /// lowest first.
  ///
  /// @throws IllegalArgumentException if that tree has no such leaf
  public List<Hash> inclusion(long leaf, long size) {
    if (leaf < 0 || leaf >= size) {
      throw new IllegalArgumentException(
          "A tree of %d leaves has no leaf %d.".formatted(size, leaf));
    }
    List<Hash> path = new ArrayList<>();
    inclusion(leaf, 0, size, path);
    return path;
  }

  private void inclusion(long leaf, long from, long until, List<Hash> path) {
    if (until - from == 1) {
      return;
    }
    long middle = from + split(until - from);
    if (leaf < middle) {
      inclusion(leaf, from, middle, path);
      path.add(range(middle, until));
    } else {
      inclusion(leaf, middle, until, path);
      path.add(range(from, middle));
    }
  }

  /// That the tree of the first `older` leaves is the beginning of that of the first `newer`.
  ///
  /// @throws IllegalArgumentException if the older one is empty or larger
  public List<Hash> consistency(long older, long newer) {
    if (older <= 0 || older > newer) {
      throw new IllegalArgumentException(
          "A tree of %d leaves cannot be the beginning of one of %d.".formatted(older, newer));
    }
    List<Hash> path = new ArrayList<>();
    consistency(older, 0, newer, true, path);
    return path;
  }

  private void consistency(long older, long from, long until, boolean known, List<Hash> path) {
    if (older == until) {
      if (!known) {
        path.add(range(from, until));
      }
      return;
    }
    long middle = from + split(until - from);
    if (older <= middle) {
      consistency(older, from, middle, known, path);
      path.add(range(middle, until));
    } else {
      consistency(older, middle, until, false, path);
      path.add(range(from, middle));
    }
  }

  /// The leaves from ≤ leaf < until, which fall into subtrees as a whole tree of theirs would.
  private Hash range(long from, long until) {
    long size = until - from;
    if (Long.bitCount(size) == 1) {
      int level = Long.numberOfTrailingZeros(size);
      return nodes.node(level, from >>> level);
    }
    long middle = from + split(size);
    return hashing.node(range(from, middle), range(middle, until));
  }

  /// The largest power of two below it.
  private static long split(long size) {
    return Long.highestOneBit(size - 1);
  }
}
