/// A *scenario* is one kind of trouble: which devices it befalls, and what it does to their unit,
/// their sensor or their messages. One file each.
@NullMarked
package ai.cryox.simulator.scenario;

import org.jspecify.annotations.NullMarked;
