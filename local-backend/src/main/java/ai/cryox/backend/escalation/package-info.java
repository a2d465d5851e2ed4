/// Who is told of the batch's alarms: {@link ai.cryox.backend.escalation.EscalationDesk} remembers
/// what runs, asks the rules of core, and puts the messages into the same commit as the alarms.
@NullMarked
package ai.cryox.backend.escalation;

import org.jspecify.annotations.NullMarked;
