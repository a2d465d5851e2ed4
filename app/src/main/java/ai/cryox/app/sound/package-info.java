/// The console's voice: a tone that goes on until somebody acknowledges or mutes it, each severity
/// with its own. Silent without complaint where there is nothing to play it on.
@NullMarked
package ai.cryox.app.sound;

import org.jspecify.annotations.NullMarked;
