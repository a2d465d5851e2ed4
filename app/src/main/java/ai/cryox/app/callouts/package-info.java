/// Who hears of alarms: people, rosters, policies, mutes, channels, and what was sent; and the
/// drill that proves it.
@NullMarked
package ai.cryox.app.callouts;

import org.jspecify.annotations.NullMarked;
