/// Calibrations: by how much a sensor is wrong, who found that out and when, and until when it
/// holds. What a sensor sent is kept for ever; a correction is applied when its values are read.
@NullMarked
package ai.cryox.core.calibration;

import org.jspecify.annotations.NullMarked;
