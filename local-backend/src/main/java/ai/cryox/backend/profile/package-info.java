/// The storage profiles that people make: how they are written down, and what becomes of their
/// devices when one changes.
@NullMarked
package ai.cryox.backend.profile;

import org.jspecify.annotations.NullMarked;
