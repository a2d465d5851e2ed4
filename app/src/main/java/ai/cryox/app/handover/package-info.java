/// The handover sheet: what the next shift must know, as text to print or copy.
@NullMarked
package ai.cryox.app.handover;

import org.jspecify.annotations.NullMarked;
