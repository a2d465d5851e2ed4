/// Help that ships with the program: the keys, and short pages on what people do and see, in each
/// language.
@NullMarked
package ai.cryox.app.help;

import org.jspecify.annotations.NullMarked;
