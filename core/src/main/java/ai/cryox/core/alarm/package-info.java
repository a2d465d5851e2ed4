/// Station four, *alarm*: what an alarm is and the one table by which it moves.
///
/// States follow ISA-18.2 / IEC 62682; acknowledging, returning and announcing are defined in
/// {@link ai.cryox.core.alarm.AlarmRules}.
@NullMarked
package ai.cryox.core.alarm;

import org.jspecify.annotations.NullMarked;
