package ai.cryox.app.theme;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;

/// The signs that double every colour, as outlines: no font is trusted to have them. All fit a box
/// of 12 × 12.
public enum Shapes {
  /// Critical: a filled triangle.
  CRITICAL("M6 0.5 L12 11.5 L0 11.5 Z"),
  /// Warning: a diamond.
  WARNING("M6 0 L12 6 L6 12 L0 6 Z"),
  /// Silent: a broken circle.
  SILENT(
      "M6 0 A6 6 0 0 1 8.3 0.46 L7.7 2 A4.4 4.4 0 0 0 6 1.6 Z "
          + "M10.24 1.76 A6 6 0 0 1 11.54 3.7 L10.06 4.31 A4.4 4.4 0 0 0 9.11 2.89 Z "
          + "M12 6 A6 6 0 0 1 11.54 8.3 L10.06 7.69 A4.4 4.4 0 0 0 10.4 6 Z "
          + "M10.24 10.24 A6 6 0 0 1 8.3 11.54 L7.69 10.06 A4.4 4.4 0 0 0 9.11 9.11 Z "
          + "M6 12 A6 6 0 0 1 3.7 11.54 L4.31 10.06 A4.4 4.4 0 0 0 6 10.4 Z "
          + "M1.76 10.24 A6 6 0 0 1 0.46 8.3 L1.94 7.69 A4.4 4.4 0 0 0 2.89 9.11 Z "
          + "M0 6 A6 6 0 0 1 0.46 3.7 L1.94 4.31 A4.4 4.4 0 0 0 1.6 6 Z "
          + "M1.76 1.76 A6 6 0 0 1 3.7 0.46 L4.31 1.94 A4.4 4.4 0 0 0 2.89 2.89 Z"),
  /// Returned but not yet acknowledged: a hollow diamond.
  RETURNED("M6 0 L12 6 L6 12 L0 6 Z M6 2.2 L2.2 6 L6 9.8 L9.8 6 Z"),
  /// Put aside for a while, by a person or by design: a box in a box.
  ASIDE(
      "M0 0 L12 0 L12 12 L0 12 Z M1.6 1.6 L1.6 10.4 L10.4 10.4 L10.4 1.6 Z M4 4 L8 4 L8 8 L4 8 Z"),
  /// Out of service: a hollow circle.
  OFF("M6 0 A6 6 0 1 1 5.99 0 Z M6 1.6 A4.4 4.4 0 1 0 6.01 1.6 Z"),
  /// Something the device itself said: a speech mark.
  SAID("M0 1 L12 1 L12 9 L6 9 L3 12 L3 9 L0 9 Z");

  private final String path;

  Shapes(String path) {
    this.path = path;
  }

  /// A node of this shape, coloured by the style class.
  public SVGPath node(String styleClass) {
    SVGPath node = new SVGPath();
    node.setContent(path);
    node.getStyleClass().addAll("shape", styleClass);
    return node;
  }

  /// The outline, for a node that changes its shape.
  public String path() {
    return path;
  }

  /// An upward triangle drawn within `size` px from its left top corner.
  public static void up(GraphicsContext g, double x, double y, double size, Color colour) {
    g.setFill(colour);
    g.beginPath();
    g.moveTo(x + size / 2, y);
    g.lineTo(x + size, y + size);
    g.lineTo(x, y + size);
    g.closePath();
    g.fill();
  }

  /// A downward triangle drawn within `size` px from its left top corner.
  public static void down(GraphicsContext g, double x, double y, double size, Color colour) {
    g.setFill(colour);
    g.beginPath();
    g.moveTo(x, y);
    g.lineTo(x + size, y);
    g.lineTo(x + size / 2, y + size);
    g.closePath();
    g.fill();
  }

  /// A diamond drawn within `size` px from its left top corner.
  public static void diamond(GraphicsContext g, double x, double y, double size, Color colour) {
    double half = size / 2;
    g.setFill(colour);
    g.beginPath();
    g.moveTo(x + half, y);
    g.lineTo(x + size, y + half);
    g.lineTo(x + half, y + size);
    g.lineTo(x, y + half);
    g.closePath();
    g.fill();
  }

  /// A level arrow drawn within `size` px from its left top corner: nothing moves.
  public static void level(GraphicsContext g, double x, double y, double size, Color colour) {
    double middle = Math.floor(y + size / 2) + 0.5;
    g.setStroke(colour);
    g.setLineWidth(1);
    g.strokeLine(x, middle, x + size - 0.5, middle);
    g.strokeLine(x + size - 3.5, middle - 3, x + size - 0.5, middle);
    g.strokeLine(x + size - 3.5, middle + 3, x + size - 0.5, middle);
  }
}
