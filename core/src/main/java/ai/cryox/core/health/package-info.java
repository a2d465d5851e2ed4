/// Alarm health: how well the alarm system itself works for the people it calls, by EEMUA 191 and
/// ISA-18.2.
@NullMarked
package ai.cryox.core.health;

import org.jspecify.annotations.NullMarked;
