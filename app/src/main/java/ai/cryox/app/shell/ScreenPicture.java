package ai.cryox.app.shell;

import ai.cryox.app.theme.Fonts;
import ai.cryox.app.theme.Palette;
import javafx.geometry.VPos;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;

/// A picture of a window as it is now, with a line below it that says when, where and by whom it
/// was taken. FX thread only.
final class ScreenPicture {
  private static final double STRIP = 28;

  private ScreenPicture() {}

  static Image of(Scene scene, String line, Palette palette) {
    WritableImage screen = scene.snapshot(null);
    Canvas canvas = new Canvas(screen.getWidth(), screen.getHeight() + STRIP);
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.drawImage(screen, 0, 0);
    g.setFill(palette.panel());
    g.fillRect(0, screen.getHeight(), screen.getWidth(), STRIP);
    g.setFill(palette.text());
    g.setFont(Fonts.regular(12));
    g.setTextBaseline(VPos.CENTER);
    g.fillText(line, 16, screen.getHeight() + STRIP / 2);
    return canvas.snapshot(new SnapshotParameters(), null);
  }
}
