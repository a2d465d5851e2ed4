package ai.cryox.core.ledger;

import java.util.List;

/// Verifies proofs: RFC 9162, sections 2.1.3.2 and 2.1.4.2. Needs nothing but what it is given. One
/// thread.
public final class ProofCheck {
  private final TreeHash hashing = new TreeHash();

  /// Whether the proof shows that the leaf stands at that place of the tree with that size and
  /// root.
  public boolean isIncluded(Hash leafHash, long leaf, long size, List<Hash> proof, Hash root) {
    if (leaf < 0 || leaf >= size) {
      return false;
    }
    long at = leaf;
    long last = size - 1;
    Hash hash = leafHash;
    for (Hash neighbour : proof) {
      if (last == 0) {
        return false;
      }
      if ((at & 1) == 1 || at == last) {
        hash = hashing.node(neighbour, hash);
        while ((at & 1) == 0 && at != 0) {
          at >>>= 1;
          last >>>= 1;
        }
      } else {
        hash = hashing.node(hash, neighbour);
      }
      at >>>= 1;
      last >>>= 1;
    }
    return last == 0 && hash.equals(root);
  }

  /// Whether the proof shows that the older tree is the beginning of the newer one.
  public boolean isConsistent(
      long older, Hash olderRoot, long newer, Hash newerRoot, List<Hash> proof) {
    if (older <= 0 || older > newer) {
      return false;
    }
    if (older == newer) {
      return proof.isEmpty() && olderRoot.equals(newerRoot);
    }
    boolean whole = Long.bitCount(older) == 1;
    if (!whole && proof.isEmpty()) {
      return false;
    }
    long at = older - 1;
    long last = newer - 1;
    while ((at & 1) == 1) {
      at >>>= 1;
      last >>>= 1;
    }
    Hash first = whole ? olderRoot : proof.getFirst();
    Hash second = first;
    for (Hash neighbour : proof.subList(whole ? 0 : 1, proof.size())) {
      if (last == 0) {
        return false;
      }
      if ((at & 1) == 1 || at == last) {
        first = hashing.node(neighbour, first);
        second = hashing.node(neighbour, second);
        while ((at & 1) == 0 && at != 0) {
          at >>>= 1;
          last >>>= 1;
        }
      } else {
        second = hashing.node(second, neighbour);
      }
      at >>>= 1;
      last >>>= 1;
    }
    return last == 0 && first.equals(olderRoot) && second.equals(newerRoot);
  }
}
