/// What people keep beside the measurements: notes and pictures of devices, and which curves they
/// like to look at together.
@NullMarked
package ai.cryox.core.notebook;

import org.jspecify.annotations.NullMarked;
