/// What electrical energy costs, and what units drew before somebody tried to save it.
@NullMarked
package ai.cryox.core.energy;

import org.jspecify.annotations.NullMarked;
