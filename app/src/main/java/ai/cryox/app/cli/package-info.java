/// The command line: one class a command. Exit codes: 0 done, 1 something is in the way (one
/// sentence on standard error says what to do), 2 the words of the command make no sense.
@NullMarked
package ai.cryox.app.cli;

import org.jspecify.annotations.NullMarked;
