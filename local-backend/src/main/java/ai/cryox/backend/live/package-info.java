/// Station six, *live*: the newest snapshot, made at most ten times a second.
@NullMarked
package ai.cryox.backend.live;

import org.jspecify.annotations.NullMarked;
