/// *Escalation*: who hears of an alarm, by what, and who next if nobody says that they saw it.
///
/// People, rosters, policies and mutes make a {@link CalloutPlan}; {@link Callouts} is the port
/// through which people use it.
@NullMarked
package ai.cryox.core.escalation;

import org.jspecify.annotations.NullMarked;
