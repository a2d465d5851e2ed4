/// The seat at the console: who sits there, how they say so, and what becomes of the screens while
/// they are away.
@NullMarked
package ai.cryox.app.seat;

import org.jspecify.annotations.NullMarked;
