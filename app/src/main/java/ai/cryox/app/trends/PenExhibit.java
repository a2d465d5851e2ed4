package ai.cryox.app.trends;

import ai.cryox.app.screen.Drawing;
import ai.cryox.app.screen.Exhibit;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.theme.Fonts;
import ai.cryox.app.theme.Palette;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;

/// The pens of a trend over the allowed band, with their numbers. FX thread only.
public final class PenExhibit {
  private static final double ROW = 22;
  private static final double LENGTH = 420;
  private static final double LEFT = 28;

  private PenExhibit() {}

  /// Made once; follows the colours.
  public static Exhibit of(ScreenContext context) {
    Drawing drawing = new Drawing(PenChoice.MOST * ROW, pen -> draw(pen, context.palette().get()));
    drawing.setAccessibleText(context.messages().text("gallery.pens"));
    context.palette().addListener((_, _, _) -> drawing.redraw());
    return Exhibit.of("gallery.pens", drawing);
  }

  private static void draw(GraphicsContext pen, Palette palette) {
    pen.setFill(palette.band());
    pen.fillRect(LEFT, 0, LENGTH / 2, PenChoice.MOST * ROW);
    pen.setFont(Fonts.bold(12));
    pen.setTextBaseline(VPos.CENTER);
    pen.setLineWidth(1.5);
    for (int i = 0; i < PenChoice.MOST; i++) {
      double middle = i * ROW + ROW / 2;
      pen.setFill(palette.text());
      pen.fillText(String.valueOf(i + 1), 8, middle);
      pen.setStroke(PenColours.of(palette, i));
      pen.strokeLine(LEFT, middle + 4, LEFT + LENGTH / 2, middle - 4);
      pen.strokeLine(LEFT + LENGTH / 2, middle - 4, LEFT + LENGTH, middle + 4);
    }
  }
}
