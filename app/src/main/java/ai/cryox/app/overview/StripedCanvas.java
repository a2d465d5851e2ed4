package ai.cryox.app.overview;

import ai.cryox.app.theme.Zoom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// A sharp canvas in strips, one below the other. A canvas is put on the window as a whole however
/// little of it was drawn; of this one only the strips are that were drawn on. Who draws reckons in
/// px of the whole, as at 100 %. FX thread only.
final class StripedCanvas extends Region {
  /// About as many as there are frames between two beats.
  private static final int STRIPS = 8;

  private final List<Canvas> strips = new ArrayList<>(STRIPS);
  private final Scale shrink = new Scale(1, 1, 0, 0);
  private double zoom = 1;
  private double stripHeight = 1;
  private double besideX;
  private double besideY;
  private double pixelWidth;
  private double pixelHeight;

  /// A canvas without room yet.
  StripedCanvas() {
    for (int i = 0; i < STRIPS; i++) {
      Canvas strip = new Canvas();
      strip.setMouseTransparent(true);
      strip.setManaged(false);
      strip.getTransforms().add(shrink);
      strips.add(strip);
    }
    getChildren().addAll(strips);
    setMinSize(0, 0);
  }

  /// Lets draw what lies between two heights; what lies on more than one strip is drawn on each.
  void draw(double top, double bottom, Consumer<GraphicsContext> drawing) {
    int first = Math.max(0, strip(top));
    int last = Math.min(STRIPS - 1, strip(bottom));
    for (int i = first; i <= last; i++) {
      Canvas strip = strips.get(i);
      if (strip.getHeight() > 0) {
        GraphicsContext pen = strip.getGraphicsContext2D();
        pen.setTransform(zoom, 0, 0, zoom, 0, -i * stripHeight);
        drawing.accept(pen);
      }
    }
  }

  private int strip(double y) {
    return (int) Math.floor(y * zoom / stripHeight);
  }

  /// Takes as many pixels as it is shown with.
  ///
  /// @return whether that changed anything: then all is to be drawn again
  boolean fit() {
    double wanted = Zoom.of(this);
    double width = Math.floor(getWidth() * wanted);
    double height = Math.floor(getHeight() * wanted);
    Point2D at = localToScene(0, 0);
    // From here to the next whole pixel of the window, px as at 100 %: else strips would be blurred
    // and seams between them seen, at 80 or 150 %.
    double toX = (Math.ceil(at.getX()) - at.getX()) / wanted;
    double toY = (Math.ceil(at.getY()) - at.getY()) / wanted;
    boolean moved = Math.abs(toX - besideX) + Math.abs(toY - besideY) > 1e-6;
    if (wanted == zoom && pixelWidth == width && pixelHeight == height && !moved) {
      return false;
    }
    zoom = wanted;
    besideX = toX;
    besideY = toY;
    pixelWidth = width;
    pixelHeight = height;
    stripHeight = Math.max(1, Math.ceil(height / STRIPS));
    shrink.setX(1 / zoom);
    shrink.setY(1 / zoom);
    for (int i = 0; i < STRIPS; i++) {
      Canvas strip = strips.get(i);
      strip.setWidth(width);
      strip.setHeight(Math.max(0, Math.min(stripHeight, height - i * stripHeight)));
      strip.relocate(besideX, besideY + i * stripHeight / zoom);
    }
    return true;
  }
}
