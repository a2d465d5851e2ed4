/// What people keep beside the measurements, done in their name: notes, pictures, groups of curves,
/// tariffs and baselines.
@NullMarked
package ai.cryox.backend.notebook;

import org.jspecify.annotations.NullMarked;
