/// Station five, *store*: one SQLite file in write-ahead mode, synchronised at every commit, with
/// one writer and any number of readers.
@NullMarked
package ai.cryox.backend.store;

import org.jspecify.annotations.NullMarked;
