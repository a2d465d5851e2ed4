/// Stored messages as CSV, for people and programs that know nothing of this one.
@NullMarked
package ai.cryox.backend.export;

import org.jspecify.annotations.NullMarked;
