/// The calibration register on the screen: what was entered, what is due, and a way to enter more.
@NullMarked
package ai.cryox.app.calibrations;

import org.jspecify.annotations.NullMarked;
