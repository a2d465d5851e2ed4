package ai.cryox.app.overview;

/// How much room a tile gets.
public enum Density {
  /// Name, value, trend arrow and sparkline with the allowed range.
  COMFORTABLE(136, 112, 8),
  /// Name, value and trend arrow.
  COMPACT(104, 56, 6),
  /// The value alone; group names stand among the tiles. A thousand fit on one screen.
  DENSE(42, 22, 3);

  private final int leastWidth;
  private final int height;
  private final int gap;

  Density(int leastWidth, int height, int gap) {
    this.leastWidth = leastWidth;
    this.height = height;
    this.gap = gap;
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
}
