/// Energy: what units draw, what that costs, and what is saved against a baseline.
@NullMarked
package ai.cryox.app.energy;

import org.jspecify.annotations.NullMarked;
