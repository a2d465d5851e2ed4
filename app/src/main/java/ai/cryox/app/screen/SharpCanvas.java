package ai.cryox.app.screen;

import ai.cryox.app.theme.Zoom;
import javafx.geometry.Point2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// A canvas that is drawn as fine as it is shown: at 150 % it has half as many pixels again in each
/// direction, while who draws reckons as at 100 %. FX thread only.
public final class SharpCanvas extends Region {
  private final Canvas canvas = new Canvas();
  private final Scale shrink = new Scale(1, 1, 0, 0);
  private double zoom = 1;

  /// A canvas without room yet.
  public SharpCanvas() {
    canvas.setMouseTransparent(true);
    canvas.getTransforms().add(shrink);
    getChildren().add(canvas);
    setMinSize(0, 0);
  }

  /// Where to draw; px as at 100 %.
  public GraphicsContext pen() {
    GraphicsContext pen = canvas.getGraphicsContext2D();
    pen.setTransform(zoom, 0, 0, zoom, 0, 0);
    return pen;
  }

  /// Takes as many pixels as it is shown with.
  ///
  /// @return whether that changed anything: then all is to be drawn again
  public boolean fit() {
    double wanted = Zoom.of(this);
    double width = Math.floor(getWidth() * wanted);
    double height = Math.floor(getHeight() * wanted);
    if (wanted == zoom && canvas.getWidth() == width && canvas.getHeight() == height) {
      return false;
    }
    zoom = wanted;
    // At 80 or 150 % it would begin at a part of a pixel, and be blurred.
    Point2D at = localToScene(0, 0);
    canvas.relocate(
        (Math.ceil(at.getX()) - at.getX()) / zoom, (Math.ceil(at.getY()) - at.getY()) / zoom);
    shrink.setX(1 / zoom);
    shrink.setY(1 / zoom);
    canvas.setWidth(width);
    canvas.setHeight(height);
    return true;
  }
}
