package ai.cryox.app.overview;

import java.util.Arrays;
import java.util.List;

/// Where tiles and group headers are, in px from the top left of the whole wall, however much of it
/// is visible. Immutable.
final class TileLayout {
  /// Height of a group's header, px.
  static final int HEADER = 32;

  private static final int GROUP_GAP = 8;

  private final int[] lefts;
  private final int[] tops;
  private final int[] headerLefts;
  private final int[] headerTops;
  private final int[] headerWidths;
  private final int tileWidth;
  private final int tileHeight;
  private int height;

  /// Lays out tiles in rows of a wall so many px wide.
  TileLayout(int tileCount, List<TileGroup> groups, Density density, int width) {
    this(tileCount, groups, density, width, 0);
  }

  /// Lays out tiles in rows of a wall so many px wide that nobody works at.
  ///
  /// @param stretch how many times as high as usual tiles are, which then fill the width too; 0
  ///   leaves both as they are on a desk
  TileLayout(int tileCount, List<TileGroup> groups, Density density, int width, double stretch) {
    int gap = density.gap();
    int columns = columns(groups, density, width);
    int share = (width + gap) / columns - gap;
    this.tileWidth = stretch > 0 ? share : Math.min(share, density.leastWidth() * 3 / 2);
    this.tileHeight = stretch > 0 ? (int) (density.height() * stretch) : density.height();
    this.lefts = new int[tileCount];
    this.tops = new int[tileCount];
    this.headerLefts = new int[groups.size()];
    this.headerTops = new int[groups.size()];
    this.headerWidths = new int[groups.size()];
    if (density.isFlowing()) {
      int cells = Math.min(columns, density.headerCells());
      Arrays.fill(headerWidths, cells * (tileWidth + gap) - gap);
      flow(groups, columns, gap, cells);
    } else {
      stack(groups, columns, density);
    }
  }

  /// As many tiles as fit beside each other; a few more or fewer where that makes the largest group
  /// fill exactly one row, which is easier to read than a row and an orphan.
  private static int columns(List<TileGroup> groups, Density density, int width) {
    int gap = density.gap();
    int usual = Math.max(1, (width + gap) / (density.leastWidth() + gap));
    if (density.isFlowing()) {
      return usual;
    }
    int largest = groups.stream().mapToInt(group -> group.until() - group.from()).max().orElse(1);
    int smallest = groups.stream().mapToInt(group -> group.until() - group.from()).min().orElse(1);
    boolean nearly =
        largest > usual && (width + gap) / largest - gap >= density.leastWidth() * 0.85;
    boolean alone = largest <= usual && largest > usual / 2 && largest + smallest > usual;
    return nearly || alone ? largest : usual;
  }

  /// Groups one below the other; groups of less than a row share one while they fit.
  private void stack(List<TileGroup> groups, int columns, Density density) {
    int gap = density.gap();
    int y = 0;
    int used = 0;
    int rows = 0;
    for (int g = 0; g < groups.size(); g++) {
      TileGroup group = groups.get(g);
      int size = group.until() - group.from();
      int cells = Math.min(columns, Math.max(size, density.headerCells()));
      if (used > 0 && (size > columns || used + cells > columns)) {
        y += HEADER + rows * (tileHeight + gap) + GROUP_GAP;
        used = 0;
      }
      headerLefts[g] = used * (tileWidth + gap);
      headerTops[g] = y;
      headerWidths[g] = cells * (tileWidth + gap) - gap;
      for (int i = group.from(); i < group.until(); i++) {
        int cell = i - group.from();
        place(i, used + cell % columns, y + HEADER + cell / columns * (tileHeight + gap), gap);
      }
      rows = (size + columns - 1) / columns;
      used += cells;
    }
    height = groups.isEmpty() ? 0 : y + HEADER + rows * (tileHeight + gap);
  }

  private void flow(List<TileGroup> groups, int columns, int gap, int headerCells) {
    int cell = 0;
    for (int g = 0; g < groups.size(); g++) {
      TileGroup group = groups.get(g);
      // A name never stands at the end of a row without at least one of its tiles.
      if (cell % columns + headerCells + 1 > columns) {
        cell += columns - cell % columns;
      }
      headerLefts[g] = cell % columns * (tileWidth + gap);
      headerTops[g] = cell / columns * (tileHeight + gap);
      cell += headerCells;
      for (int i = group.from(); i < group.until(); i++) {
        place(i, cell % columns, cell / columns * (tileHeight + gap), gap);
        cell++;
      }
    }
    height = (cell + columns - 1) / columns * (tileHeight + gap);
  }

  private void place(int tile, int column, int top, int gap) {
    lefts[tile] = column * (tileWidth + gap);
    tops[tile] = top;
  }

  /// How many tiles there are.
  int size() {
    return lefts.length;
  }

  /// Left edge of a tile, px.
  int left(int tile) {
    return lefts[tile];
  }

  /// Upper edge of a tile, px.
  int top(int tile) {
    return tops[tile];
  }

  /// How many groups it was made for.
  int groups() {
    return headerLefts.length;
  }

  /// Left edge of a group's header, px.
  int headerLeft(int group) {
    return headerLefts[group];
  }

  /// Upper edge of a group's header, px.
  int headerTop(int group) {
    return headerTops[group];
  }

  /// Width of a group's header, px.
  int headerWidth(int group) {
    return headerWidths[group];
  }

  /// Width of every tile, px.
  int tileWidth() {
    return tileWidth;
  }

  /// Height of every tile, px.
  int tileHeight() {
    return tileHeight;
  }

  /// Height of the whole wall, px.
  int height() {
    return height;
  }

  /// The tile at a point of the wall, or -1.
  int tileAt(double x, double y) {
    for (int i = 0; i < lefts.length; i++) {
      if (x >= lefts[i] && x < lefts[i] + tileWidth && y >= tops[i] && y < tops[i] + tileHeight) {
        return i;
      }
    }
    return -1;
  }

  /// The tile nearest in the next row above (−1) or below (1), or the same tile at the edge.
  int vertical(int tile, int direction) {
    int rowTop = -1;
    int best = tile;
    int bestDistance = Integer.MAX_VALUE;
    for (int step = tile + direction; step >= 0 && step < tops.length; step += direction) {
      if (tops[step] == tops[tile]) {
        continue;
      }
      if (rowTop == -1) {
        rowTop = tops[step];
      } else if (tops[step] != rowTop) {
        break;
      }
      int distance = Math.abs(lefts[step] - lefts[tile]);
      if (distance < bestDistance) {
        bestDistance = distance;
        best = step;
      }
    }
    return best;
  }
}
