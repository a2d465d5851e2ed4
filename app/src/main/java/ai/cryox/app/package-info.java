/// The program: {@link ai.cryox.app.Main} starts it, {@link ai.cryox.app.wiring.Wiring} joins its
/// parts.
@NullMarked
package ai.cryox.app;

import org.jspecify.annotations.NullMarked;
