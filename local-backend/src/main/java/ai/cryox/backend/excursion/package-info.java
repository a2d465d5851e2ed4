/// Excursions as they happen, and again when readings come late: trackers of all devices, and the
/// evaluation of stretches of time that late readings changed.
@NullMarked
package ai.cryox.backend.excursion;

import org.jspecify.annotations.NullMarked;
