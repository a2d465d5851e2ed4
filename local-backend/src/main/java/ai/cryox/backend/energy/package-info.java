/// How much power refrigeration units draw and how well they use it, in windows of five minutes.
@NullMarked
package ai.cryox.backend.energy;

import org.jspecify.annotations.NullMarked;
