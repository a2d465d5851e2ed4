/// What is remembered of each device while the backend runs.
@NullMarked
package ai.cryox.backend.fleet;

import org.jspecify.annotations.NullMarked;
