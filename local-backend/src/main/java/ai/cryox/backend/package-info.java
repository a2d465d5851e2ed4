/// The embedded processing backend: {@link ai.cryox.backend.LocalBackend} runs in the console's
/// process or without a console.
@NullMarked
package ai.cryox.backend;

import org.jspecify.annotations.NullMarked;
