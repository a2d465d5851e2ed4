/// The one bridge between the toolkit's thread and everything else: a coalesced tick that carries
/// the newest snapshot, and a background for calls that may block. Nothing outside this package
/// calls `Platform.runLater`.
@NullMarked
package ai.cryox.app.fx;

import org.jspecify.annotations.NullMarked;
