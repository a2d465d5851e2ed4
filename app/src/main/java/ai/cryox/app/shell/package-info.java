/// The console's window: navigation, the alarm bar that is always there, the status bar, and the
/// frame that says so when what it shows is not live. [ai.cryox.app.shell.ConsoleWindow] is the way
/// in.
@NullMarked
package ai.cryox.app.shell;

import org.jspecify.annotations.NullMarked;
