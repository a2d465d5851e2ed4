package ai.cryox.app.trends;

import ai.cryox.app.screen.SharpCanvas;
import ai.cryox.app.text.Units;
import ai.cryox.app.theme.Palette;
import java.util.function.Supplier;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// A trend on one canvas, drawn at most once a frame and only when something changed. Wheel and
/// pinch zoom, drag and sideways scrolling pan. FX thread only.
final class PlotPane extends Pane {
  private static final double WHEEL = 1.2;

  /// Px that one notch of a wheel says it scrolls.
  private static final double NOTCH = 40;

  private final SharpCanvas canvas = new SharpCanvas();
  private final PlotPainter painter;
  private final Gestures gestures;
  private final Supplier<Picture> picture;
  private Palette palette;
  private @Nullable Picture drawn;
  private long cursor = NONE;
  private boolean dirty = true;
  private double draggedFrom;

  /// No moment.
  static final long NONE = Long.MIN_VALUE;

  /// What a person does to the picture.
  interface Gestures {
    /// Shows more or less around a place.
    ///
    /// @param factor below 1 shows less
    /// @param share of the width left of that place
    void zoom(double factor, double share);

    /// Shows what lies beside it.
    ///
    /// @param share of the width; below 0 goes back in time
    void pan(double share);

    /// Points at a moment, or at none.
    void point(long time);

    /// Something else is drawn than before.
    void drawn();
  }

  /// @param picture what to draw now
  PlotPane(Units units, Palette palette, Supplier<Picture> picture, Gestures gestures) {
    this.palette = palette;
    this.picture = picture;
    this.gestures = gestures;
    painter = new PlotPainter(units);
    getChildren().add(canvas);
    getStyleClass().add("plot");
    setFocusTraversable(true);
    setMinSize(200, 200);
    addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    addEventHandler(
        ZoomEvent.ZOOM,
        event -> {
          gestures.zoom(1 / event.getZoomFactor(), share(event.getX()));
          event.consume();
        });
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> pointAt(event.getX()));
    addEventHandler(MouseEvent.MOUSE_EXITED, _ -> gestures.point(NONE));
  }

  private void scrolled(ScrollEvent event) {
    boolean sideways = Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY());
    if (sideways || event.isShiftDown()) {
      double by = sideways ? event.getDeltaX() : event.getDeltaY();
      gestures.pan(-by / Math.max(1, columns()));
    } else if (event.getDeltaY() != 0) {
      gestures.zoom(Math.pow(WHEEL, -event.getDeltaY() / NOTCH), share(event.getX()));
    }
    event.consume();
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    draggedFrom = event.getX();
  }

  private void dragged(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      gestures.pan((draggedFrom - event.getX()) / Math.max(1, columns()));
      draggedFrom = event.getX();
      pointAt(event.getX());
    }
  }

  private void pointAt(double x) {
    Picture now = drawn;
    if (now != null) {
      Area area = PlotPainter.area(canvas, now);
      gestures.point(area.holds(x) ? area.time(x) : NONE);
    }
  }

  private double share(double x) {
    Picture now = drawn;
    return now == null ? 1 : PlotPainter.area(canvas, now).share(x);
  }

  /// How many columns of a pixel the curves have.
  int columns() {
    Picture now = drawn;
    return now == null ? (int) canvas.getWidth() : PlotPainter.area(canvas, now).width();
  }

  SharpCanvas canvas() {
    return canvas;
  }

  void palette(Palette colours) {
    palette = colours;
    invalidate();
  }

  /// Shows the cursor at a moment, or at none.
  void cursor(long time) {
    if (cursor != time) {
      cursor = time;
      invalidate();
    }
  }

  /// Says that something changed: drawn with the next frame.
  void invalidate() {
    dirty = true;
    requestLayout();
  }

  /// The columns of the i-th curve as it was drawn last; `null` before that.
  @Nullable PenColumns columns(int i) {
    Picture now = drawn;
    return now == null || i >= now.curves().size() ? null : painter.columns(i);
  }

  /// The column that a moment is in, as it was drawn last.
  int columnOf(long time) {
    Picture now = drawn;
    if (now == null) {
      return -1;
    }
    Area area = PlotPainter.area(canvas, now);
    return (int) Math.floor(area.x(time) - area.left());
  }

  @Override
  protected void layoutChildren() {
    double width = Math.floor(getWidth());
    double height = Math.floor(getHeight());
    canvas.resizeRelocate(0, 0, width, height);
    if (canvas.fit()) {
      dirty = true;
    }
    if (dirty && width > 150 && height > 150) {
      dirty = false;
      Picture now = picture.get();
      drawn = now;
      painter.draw(canvas, palette, now);
      if (cursor != NONE) {
        painter.cursor(canvas, palette, now, cursor);
      }
      gestures.drawn();
    }
  }
}
