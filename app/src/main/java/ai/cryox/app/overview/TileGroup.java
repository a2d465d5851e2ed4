package ai.cryox.app.overview;

/// Tiles that belong together.
///
/// @param title the zone or facility
/// @param detail what is kept there and how many devices watch it
/// @param from index of its first tile
/// @param until index after its last tile
record TileGroup(String title, String detail, int from, int until) {}
