/// Links to other systems: in which state each is, and in one sentence why.
@NullMarked
package ai.cryox.core.link;

import org.jspecify.annotations.NullMarked;
