/// The *sensor*: what becomes of a true temperature on its way through a cheap instrument.
@NullMarked
package ai.cryox.simulator.sensor;

import org.jspecify.annotations.NullMarked;
