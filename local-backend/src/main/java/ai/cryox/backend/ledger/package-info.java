/// What the ledger's leaves say, and how a full block of them is packed. Without a disk: the store
/// keeps them, `ai.cryox.core.ledger` hashes them.
@NullMarked
package ai.cryox.backend.ledger;

import org.jspecify.annotations.NullMarked;
