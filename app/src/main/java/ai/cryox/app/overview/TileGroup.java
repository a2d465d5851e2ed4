package ai.cryox.app.overview;

import java.util.List;

/// Tiles that belong together.
///
/// @param title the zone or facility
/// @param details what is kept there and how many devices watch it: at length first, then shorter
/// @param from index of its first tile
/// @param until index after its last tile
record TileGroup(String title, List<String> details, int from, int until) {
  TileGroup {
    details = List.copyOf(details);
  }
}
