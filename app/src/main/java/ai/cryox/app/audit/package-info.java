/// The audit trail on the screen: who did or tried what, what was there before and after, and why;
/// narrowed by time, person and kind, and written to a file for whoever asks.
@NullMarked
package ai.cryox.app.audit;

import org.jspecify.annotations.NullMarked;
