/// *Order*: what a device was told to do last, when, by whom, and when it did it. The audit trail
/// is where that is written down.
@NullMarked
package ai.cryox.backend.order;

import org.jspecify.annotations.NullMarked;
