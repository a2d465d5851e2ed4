/// What-if: what other limits would have raised and missed, found by replaying what is stored.
@NullMarked
package ai.cryox.core.whatif;

import org.jspecify.annotations.NullMarked;
