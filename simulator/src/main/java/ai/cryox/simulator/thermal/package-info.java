/// The *thermal* model of a unit: walls, door, compressor, defrost, air and goods.
///
/// Integrated in steps of one second, always from the same start, so that the temperature at a
/// moment depends on the seed and that moment alone.
@NullMarked
package ai.cryox.simulator.thermal;

import org.jspecify.annotations.NullMarked;
