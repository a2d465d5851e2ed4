package ai.cryox.app.overview;

import ai.cryox.app.screen.Drawing;
import ai.cryox.app.screen.Exhibit;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.screen.Specimens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;

/// Tiles of every size in every state. FX thread only.
public final class TileExhibit {
  private TileExhibit() {}

  /// Made once; follows the colours.
  public static Exhibit of(ScreenContext context) {
    Instant now = context.clock().instant();
    List<TileFace> faces =
        Specimens.all(now, context.messages()).stream()
            .map(live -> TileFace.of(live, now, context.units()))
            .toList();
    List<Node> rows = new ArrayList<>();
    for (Density density : Density.values()) {
      rows.add(row(context, faces, density));
    }
    return new Exhibit("gallery.tiles", rows);
  }

  /// As many in a line as a page of the smallest window has room for.
  private static Node row(ScreenContext context, List<TileFace> faces, Density density) {
    int across = Math.max(1, 960 / (density.leastWidth() + density.gap()));
    int lines = (faces.size() + across - 1) / across;
    TilePainter painter = new TilePainter();
    Drawing drawing =
        new Drawing(
            lines * (density.height() + density.gap()),
            pen -> draw(pen, painter, context, faces, density, across));
    drawing.setAccessibleText(
        context.messages().of("density", density)
            + ": "
            + faces.stream()
                .map(face -> face.live().device().name() + " " + face.tag().text())
                .collect(Collectors.joining(", ")));
    context.palette().addListener((_, _, _) -> drawing.redraw());
    return drawing;
  }

  private static void draw(
      GraphicsContext pen,
      TilePainter painter,
      ScreenContext context,
      List<TileFace> faces,
      Density density,
      int across) {
    for (int i = 0; i < faces.size(); i++) {
      int column = i % across;
      int line = i / across;
      painter.draw(
          pen,
          faces.get(i),
          density,
          context.palette().get(),
          column * (density.leastWidth() + density.gap()),
          line * (density.height() + density.gap()),
          density.leastWidth(),
          density.height(),
          false);
    }
  }
}
