/// The registry's words: devices, what is configured on them, how healthy they are.
@NullMarked
package ai.cryox.core.device;

import org.jspecify.annotations.NullMarked;
