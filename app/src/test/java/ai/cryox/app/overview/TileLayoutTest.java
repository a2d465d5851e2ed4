package ai.cryox.app.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TileLayoutTest {
  private static final int WIDE = 1_000;
  private static final List<TileGroup> ONE = List.of(new TileGroup("Dock", List.of(), 0, 2));

  @Test
  void onADeskFewTilesDoNotSpreadOverTheWholeRow() {
    TileLayout desk = new TileLayout(2, ONE, Density.COMFORTABLE, WIDE);
    assertEquals(Density.COMFORTABLE.height(), desk.tileHeight());
    assertTrue(desk.left(1) + desk.tileWidth() < WIDE / 2);
  }

  @Test
  void whatIsStretchedFillsTheRowAndIsAsMuchHigher() {
    TileLayout wall =
        new TileLayout(4, List.of(new TileGroup("Dock", List.of(), 0, 4)), Density.BIG, WIDE, 1.5);
    assertEquals(258, wall.tileHeight());
    assertEquals(TileLayout.HEADER + 258 + Density.BIG.gap(), wall.height());
    assertTrue(WIDE - (wall.left(3) + wall.tileWidth()) < 4, "only what does not part evenly");
  }

  @Test
  void stretchingMovesNoTileIntoAnotherRow() {
    TileLayout usual = new TileLayout(2, ONE, Density.BIG, WIDE, 1);
    TileLayout high = new TileLayout(2, ONE, Density.BIG, WIDE, 2);
    assertEquals(usual.top(1), high.top(1));
    assertEquals(usual.left(1), high.left(1));
  }
}
