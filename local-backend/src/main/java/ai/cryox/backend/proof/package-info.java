/// Keeps the ledger honest while the backend runs: its key, its head apart from the data, its
/// verification in the background, the alarm if something does not agree, and proofs for others.
@NullMarked
package ai.cryox.backend.proof;

import org.jspecify.annotations.NullMarked;
