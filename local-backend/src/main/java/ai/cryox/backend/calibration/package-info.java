/// The calibration register: entries are made on the pipeline's thread, with a line in the audit
/// trail, and never changed.
@NullMarked
package ai.cryox.backend.calibration;

import org.jspecify.annotations.NullMarked;
