package ai.cryox.app.overview;

import ai.cryox.app.theme.Palette;
import ai.cryox.app.theme.Shapes;
import ai.cryox.core.alarm.Severity;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;

/// Draws a device as one sign: a point if all is well, else the shape of what is not. The same on
/// the wall of dots and on a floor plan. FX thread only.
public final class DotPainter {
  private static final double POINT = 4;

  private DotPainter() {}

  /// Draws the sign in the middle of the box.
  ///
  /// @param dim whether what flashes is dark now
  static void draw(
      GraphicsContext g,
      TileFace face,
      Palette palette,
      double x,
      double y,
      double width,
      double height,
      boolean dim) {
    double size = Math.min(width, height) - 6;
    double left = Math.rint(x + (width - size) / 2);
    double top = Math.rint(y + (height - size) / 2);
    Color colour = colour(face, palette);
    if (dim && face.unacknowledged()) {
      colour = colour.interpolate(palette.ground(), 0.65);
    }
    Severity severity = face.severity();
    if (severity == Severity.CRITICAL) {
      Shapes.up(g, left, top, size, colour);
    } else if (severity != null) {
      Shapes.diamond(g, left, top, size, colour);
    } else if (face.stale()) {
      ring(g, left, top, size, colour, true);
    } else if (face.tag().aside()) {
      box(g, left, top, size, colour);
    } else if (face.unacknowledged()) {
      ring(g, left, top, size, colour, false);
    } else {
      g.setFill(colour);
      g.fillOval(x + width / 2 - POINT, y + height / 2 - POINT, 2 * POINT, 2 * POINT);
    }
  }

  private static Color colour(TileFace face, Palette palette) {
    if (face.severity() != null) {
      return TilePainter.colourOf(face, palette, palette.text());
    }
    return face.tag().aside() ? palette.shelved() : palette.muted();
  }

  private static void ring(
      GraphicsContext g, double left, double top, double size, Color colour, boolean broken) {
    g.setStroke(colour);
    g.setLineWidth(1.5);
    if (!broken) {
      g.strokeOval(left + 1, top + 1, size - 2, size - 2);
      return;
    }
    for (int part = 0; part < 4; part++) {
      g.strokeArc(left + 1, top + 1, size - 2, size - 2, part * 90.0 + 15, 60, ArcType.OPEN);
    }
  }

  private static void box(GraphicsContext g, double left, double top, double size, Color colour) {
    g.setStroke(colour);
    g.setLineWidth(1.5);
    g.strokeRect(left + 1, top + 1, size - 2, size - 2);
    g.setFill(colour);
    g.fillRect(left + size / 2 - 2, top + size / 2 - 2, 4, 4);
  }
}
