/// What people say to devices: their twins, direct methods and messages.
@NullMarked
package ai.cryox.core.downstream;

import org.jspecify.annotations.NullMarked;
