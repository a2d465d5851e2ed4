/// The *archive*: reports that have a number, are signed step by step by different people, and are
/// never changed. What is known of them lies in the database, and is changed on the pipeline's
/// thread; the documents lie in files that are called by their SHA-256.
@NullMarked
package ai.cryox.backend.archive;

import org.jspecify.annotations.NullMarked;
