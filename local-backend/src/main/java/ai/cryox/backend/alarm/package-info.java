/// Station four, *alarm*: the desk that remembers the active alarms and moves them by the rules of
/// core.
@NullMarked
package ai.cryox.backend.alarm;

import org.jspecify.annotations.NullMarked;
