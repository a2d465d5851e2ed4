/// The wall: every device as a tile, in groups, on one canvas no larger than the window. Only tiles
/// that are visible and changed are drawn.
@NullMarked
package ai.cryox.app.overview;

import org.jspecify.annotations.NullMarked;
