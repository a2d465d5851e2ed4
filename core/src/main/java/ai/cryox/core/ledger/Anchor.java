package ai.cryox.core.ledger;

/// Somebody else who confirms what a ledger was, so that not even whoever has its key can write
/// another history later. Port; any thread, may block on the network.
public interface Anchor {
  /// Who that is, for people.
  String authority();

  /// Has something confirmed.
  ///
  /// @param sha256 of it, 32 bytes
  /// @return what confirms it, in the authority's own form
  /// @throws IllegalStateException if nobody confirms it now, with a sentence
  byte[] confirm(byte[] sha256);
}
