/// The ledger: a Merkle tree over everything that was stored, so that whoever holds its head can
/// prove that a record was there and notice one that was changed, left out or put in. Hashing and
/// proofs are those of RFC 9162, heads those of C2SP (tlog-checkpoint, signed-note).
@NullMarked
package ai.cryox.core.ledger;

import org.jspecify.annotations.NullMarked;
