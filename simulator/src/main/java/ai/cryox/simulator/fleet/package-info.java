/// The *fleet*: which facilities, units and sensors there are, by a seed and two numbers.
@NullMarked
package ai.cryox.simulator.fleet;

import org.jspecify.annotations.NullMarked;
