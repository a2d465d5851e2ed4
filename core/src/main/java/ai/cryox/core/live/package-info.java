/// Station six, *live*: the newest state of everything, as one immutable snapshot.
@NullMarked
package ai.cryox.core.live;

import org.jspecify.annotations.NullMarked;
