package ai.cryox.backend.ledger;

import ai.cryox.core.ledger.VerifierKey;

/// Signs checkpoints with a facility's key. Thread-safe.
public interface LedgerSigner {
  /// The public half; its name is the ledger's origin.
  VerifierKey key();

  /// Signs these bytes: Ed25519.
  byte[] sign(byte[] text);
}
