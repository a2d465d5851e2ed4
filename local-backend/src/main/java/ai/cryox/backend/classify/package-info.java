/// Station three, *classify*: which readings change their device's band, and which devices fell
/// silent.
@NullMarked
package ai.cryox.backend.classify;

import org.jspecify.annotations.NullMarked;
