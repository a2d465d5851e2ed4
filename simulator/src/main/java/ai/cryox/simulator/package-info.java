/// The *simulator*: cold stores that behave like real ones, on the real wire.
///
/// `SimulatedWorld` is the world itself, stepped by simulated time and free of threads; `Simulator`
/// lets it run by a clock and publishes what its devices say; `SimulateCommand` is both on the
/// command line. The same seed and the same start give the same bytes.
@NullMarked
package ai.cryox.simulator;

import org.jspecify.annotations.NullMarked;
