/// What every screen is given and gives: a place to go to, a frame to be shown in, words for
/// alarms. Screens know this package and never each other.
@NullMarked
package ai.cryox.app.screen;

import org.jspecify.annotations.NullMarked;
