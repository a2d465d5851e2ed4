/// A long answer in parts.
@NullMarked
package ai.cryox.core.page;

import org.jspecify.annotations.NullMarked;
