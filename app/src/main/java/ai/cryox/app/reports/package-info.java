/// Reports on the screen: the archive with its pages, what can be made and signed of it, and the
/// way into a file.
@NullMarked
package ai.cryox.app.reports;

import org.jspecify.annotations.NullMarked;
