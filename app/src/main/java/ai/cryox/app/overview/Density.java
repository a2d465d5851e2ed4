package ai.cryox.app.overview;

/// How much room a tile gets.
public enum Density {
  /// As comfortable, to be read across a room.
  BIG(224, 172, 12, 2),
  /// Name, value, trend arrow and sparkline with the allowed range.
  COMFORTABLE(136, 112, 8, 2),
  /// Name, value and trend arrow.
  COMPACT(104, 56, 6, 2),
  /// The value alone; group names stand among the tiles. A thousand fit on one screen.
  DENSE(42, 22, 3, 4),
  /// A sign alone: what is normal is a point.
  DOTS(18, 18, 3, 10);

  private final int leastWidth;
  private final int height;
  private final int gap;
  private final int headerCells;

  Density(int leastWidth, int height, int gap, int headerCells) {
    this.leastWidth = leastWidth;
    this.height = height;
    this.gap = gap;
    this.headerCells = headerCells;
  }

  /// A tile is at least so wide, px; tiles share what is left of a row.
  int leastWidth() {
    return leastWidth;
  }

  /// Height of a tile, px.
  int height() {
    return height;
  }

  /// Between two tiles, px.
  int gap() {
    return gap;
  }

  /// A group's name takes at least so many tiles' room.
  int headerCells() {
    return headerCells;
  }

  /// Whether group names stand in the rows, among the tiles.
  boolean isFlowing() {
    return this == DENSE || this == DOTS;
  }
}
