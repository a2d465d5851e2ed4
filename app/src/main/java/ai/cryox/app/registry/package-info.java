/// The registry of devices on the screen: which there are, what they prove themselves with, and
/// ways to let them in, turn them away and give them new proofs.
@NullMarked
package ai.cryox.app.registry;

import org.jspecify.annotations.NullMarked;
