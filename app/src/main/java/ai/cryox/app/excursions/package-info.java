/// Excursions on the screen: each stretch of time in which goods were out of range, with its limit,
/// its worst value and how long it was beyond.
@NullMarked
package ai.cryox.app.excursions;

import org.jspecify.annotations.NullMarked;
