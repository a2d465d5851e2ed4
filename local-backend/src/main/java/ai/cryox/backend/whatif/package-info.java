/// What-if: replays stored readings through other limits.
@NullMarked
package ai.cryox.backend.whatif;

import org.jspecify.annotations.NullMarked;
