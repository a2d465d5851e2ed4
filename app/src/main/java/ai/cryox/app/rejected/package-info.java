/// What came in and could not be used, each with its reason and its bytes, so that somebody can
/// mend the device that sent it.
@NullMarked
package ai.cryox.app.rejected;

import org.jspecify.annotations.NullMarked;
