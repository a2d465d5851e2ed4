/// The *payload*: what a device says, as the bytes it sends.
@NullMarked
package ai.cryox.simulator.payload;

import org.jspecify.annotations.NullMarked;
