/// What somebody may choose about the console itself, in one place, and the ways to what may be
/// chosen about monitoring.
@NullMarked
package ai.cryox.app.preferences;

import org.jspecify.annotations.NullMarked;
