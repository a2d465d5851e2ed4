package ai.cryox.app.screen;

import java.util.function.Consumer;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/// A picture of one height that is as wide as its place. It is drawn anew when its place or the
/// zoom changes, always as fine as it is shown. FX thread only.
public final class Drawing extends Region {
  private final SharpCanvas canvas = new SharpCanvas();
  private final Consumer<GraphicsContext> painter;

  /// @param height px
  /// @param painter draws on what is clear, px as at 100 %
  public Drawing(double height, Consumer<GraphicsContext> painter) {
    this.painter = painter;
    setMinSize(0, height);
    setPrefHeight(height);
    setMaxHeight(height);
    getChildren().add(canvas);
  }

  /// Draws anew, if there is room yet.
  public void redraw() {
    if (canvas.getWidth() >= 1) {
      GraphicsContext pen = canvas.pen();
      pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
      painter.accept(pen);
    }
  }

  @Override
  protected void layoutChildren() {
    canvas.resizeRelocate(0, 0, Math.floor(getWidth()), Math.floor(getHeight()));
    if (canvas.fit()) {
      redraw();
    }
  }
}
