package ai.cryox.app.overview;

import ai.cryox.app.screen.SharpCanvas;
import ai.cryox.app.theme.Fonts;
import ai.cryox.app.theme.Palette;
import ai.cryox.app.theme.Type;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.plan.Spot;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// A picture with devices on it, each a small sign with its value where the device stands. FX
/// thread only.
final class PlanCanvas extends Pane {
  private static final double WIDTH = 72;
  private static final double HEIGHT = 24;
  private static final double SIGN = 20;

  /// With more devices than this names would cover each other; the chosen one keeps its own.
  private static final int FEW = 40;

  private final OverviewModel model;
  private final ImageView picture = new ImageView();
  private final SharpCanvas canvas = new SharpCanvas();
  private final TextWidths values = new TextWidths(Fonts.bold(Type.SMALL.px()));
  private final TextWidths names = new TextWidths(Fonts.regular(Type.SMALL.px()));
  private Map<String, Spot> spots = new LinkedHashMap<>();
  private Palette palette;
  private Rectangle2D frame = Rectangle2D.EMPTY;

  PlanCanvas(OverviewModel model, Palette palette) {
    this.model = model;
    this.palette = palette;
    picture.setId("plan-picture");
    picture.setOpacity(dimmed(palette));
    picture.setPreserveRatio(true);
    picture.setMouseTransparent(true);
    canvas.setFocusTraversable(true);
    canvas.focusedProperty().addListener((_, _, _) -> draw());
    getChildren().addAll(picture, canvas);
    setMinSize(0, 0);
  }

  SharpCanvas canvas() {
    return canvas;
  }

  void palette(Palette colours) {
    palette = colours;
    picture.setOpacity(dimmed(colours));
    draw();
  }

  /// A drawing is white; whole, it blinds in a dark room.
  private static double dimmed(Palette colours) {
    return colours.ground().getBrightness() < 0.5 ? 0.65 : 1;
  }

  /// Shows another picture and other places.
  void show(@Nullable Image image, Map<String, Spot> places) {
    picture.setImage(image);
    spots = new LinkedHashMap<>(places);
    requestLayout();
    draw();
  }

  /// Where everything stands now.
  Map<String, Spot> spots() {
    return spots;
  }

  /// Moves a device, or puts it there first.
  void place(String deviceId, Spot spot) {
    spots.put(deviceId, spot);
    draw();
  }

  /// Takes a device off.
  void remove(String deviceId) {
    spots.remove(deviceId);
    draw();
  }

  /// The part of the picture under a point of the canvas.
  Spot spotAt(double x, double y) {
    return frame.getWidth() <= 0
        ? new Spot(0.5, 0.5)
        : Spot.nearest(
            (x - frame.getMinX()) / frame.getWidth(), (y - frame.getMinY()) / frame.getHeight());
  }

  /// The device under a point of the canvas, the topmost; or `null`.
  @Nullable String deviceAt(double x, double y) {
    String found = null;
    for (Map.Entry<String, Spot> entry : spots.entrySet()) {
      double left = x(entry.getValue()) - WIDTH / 2;
      double top = y(entry.getValue()) - HEIGHT / 2;
      if (x >= left && x < left + WIDTH && y >= top && y < top + HEIGHT) {
        found = entry.getKey();
      }
    }
    return found;
  }

  private double x(Spot spot) {
    return Math.rint(frame.getMinX() + spot.x() * frame.getWidth());
  }

  private double y(Spot spot) {
    return Math.rint(frame.getMinY() + spot.y() * frame.getHeight());
  }

  @Override
  protected void layoutChildren() {
    double width = Math.floor(getWidth());
    double height = Math.floor(getHeight());
    Image image = picture.getImage();
    double scale =
        image == null ? 1 : Math.min(width / image.getWidth(), height / image.getHeight());
    double shownWidth = image == null ? width : image.getWidth() * scale;
    double shownHeight = image == null ? height : image.getHeight() * scale;
    frame =
        new Rectangle2D(
            Math.max(0, (width - shownWidth) / 2),
            Math.max(0, (height - shownHeight) / 2),
            Math.max(0, shownWidth),
            Math.max(0, shownHeight));
    picture.setFitWidth(shownWidth);
    picture.setFitHeight(shownHeight);
    picture.relocate(frame.getMinX(), frame.getMinY());
    canvas.resizeRelocate(0, 0, width, height);
    canvas.fit();
    draw();
  }

  /// Draws every device anew; the model's marks are used up.
  void draw() {
    model.dirty().clear();
    GraphicsContext g = canvas.pen();
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    spots.forEach((deviceId, spot) -> {
      int tile = model.indexOf(deviceId);
      if (tile >= 0) {
        marker(g, tile, x(spot), y(spot));
      }
    });
  }

  private void marker(GraphicsContext g, int tile, double middleX, double middleY) {
    TileFace face = model.face(tile);
    double x = Math.rint(middleX - WIDTH / 2);
    double y = Math.rint(middleY - HEIGHT / 2);
    boolean chosen = tile == model.selected();
    g.setFill(TilePainter.groundOf(face, palette));
    g.fillRoundRect(x, y, WIDTH, HEIGHT, 6, 6);
    DotPainter.draw(g, face, palette, x + 2, y + 2, SIGN, SIGN, model.isFlashDim());
    g.setFont(values.font());
    g.setFill(face.stale() ? palette.faint() : TilePainter.colourOf(face, palette, palette.text()));
    g.fillText(face.value(), x + SIGN + 6, y + HEIGHT / 2 + 4);
    double stroke = face.severity() == null ? 1 : face.severity() == Severity.CRITICAL ? 3 : 2;
    Color edge = TilePainter.colourOf(face, palette, palette.muted());
    g.setStroke(chosen ? palette.accent() : edge);
    g.setLineWidth(chosen ? Math.max(2, stroke) : stroke);
    g.strokeRoundRect(x + 1, y + 1, WIDTH - 2, HEIGHT - 2, 6, 6);
    if (chosen || spots.size() <= FEW) {
      name(g, face, middleX, y + HEIGHT);
    }
  }

  private void name(GraphicsContext g, TileFace face, double middle, double top) {
    String name = names.fit(face.live().device().name(), 160);
    double width = names.of(name) + 8;
    double left = Math.rint(middle - width / 2);
    g.setFill(palette.panel());
    g.fillRect(left, top + 2, width, 16);
    g.setFont(names.font());
    g.setFill(palette.muted());
    g.fillText(name, left + 4, top + 14);
  }
}
