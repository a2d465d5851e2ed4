/// What the console sees of a backend, wherever it runs.
@NullMarked
package ai.cryox.core.backend;

import org.jspecify.annotations.NullMarked;
