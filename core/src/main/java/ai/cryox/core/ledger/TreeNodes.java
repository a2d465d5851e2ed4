package ai.cryox.core.ledger;

/// Where the hashes of a tree come from. Port.
@FunctionalInterface
public interface TreeNodes {
  /// The root of the complete subtree of 2^level leaves that begins at leaf index · 2^level.
  Hash node(int level, long index);
}
