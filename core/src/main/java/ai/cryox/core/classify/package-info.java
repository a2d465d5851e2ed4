/// Station three, *classify*: limits, profiles and the pure decision whether a value is in range.
///
/// Everything here runs on event time; nothing here knows what time it is.
@NullMarked
package ai.cryox.core.classify;

import org.jspecify.annotations.NullMarked;
