/// Excursions: each stretch of event time in which a device was out of range, as one record.
///
/// What an excursion is follows from a device's readings in order of event time and the limits that
/// held, and from nothing else: not from when or in which order the readings came in.
@NullMarked
package ai.cryox.core.excursion;

import org.jspecify.annotations.NullMarked;
