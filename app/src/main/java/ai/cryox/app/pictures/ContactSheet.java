package ai.cryox.app.pictures;

import ai.cryox.app.fx.FxThread;
import ai.cryox.app.screen.PngFile;
import ai.cryox.app.theme.Fonts;
import ai.cryox.app.theme.Palette;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;

/// Many pictures on one, small, each with its name.
public final class ContactSheet {
  private static final int COLUMNS = 6;
  private static final int GAP = 10;
  private static final int WIDTH = 288;
  private static final int NAME_HEIGHT = 18;

  private ContactSheet() {}

  /// Writes it. JavaFX must run; not on its thread.
  ///
  /// @param pictures PNG files of one shape
  /// @throws IOException if it cannot be written
  public static void write(List<Path> pictures, Path file) throws IOException {
    PngFile.write(FxThread.get(() -> draw(pictures)), file);
  }

  private static Image draw(List<Path> pictures) {
    List<Image> small =
        pictures.stream()
            .map(picture -> new Image(picture.toUri().toString(), WIDTH, 0, true, true))
            .toList();
    double height = small.stream().mapToDouble(Image::getHeight).max().orElse(0);
    double rowHeight = height + NAME_HEIGHT + GAP;
    int rows = (pictures.size() + COLUMNS - 1) / COLUMNS;
    Canvas canvas = new Canvas(GAP + COLUMNS * (WIDTH + GAP), GAP + rows * rowHeight);
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.setFill(Palette.LIGHT.ground());
    g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    g.setFont(Fonts.regular(11));
    g.setFill(Palette.LIGHT.muted());
    for (int i = 0; i < small.size(); i++) {
      double x = GAP + i % COLUMNS * (double) (WIDTH + GAP);
      int row = i / COLUMNS;
      double y = GAP + row * rowHeight;
      g.drawImage(small.get(i), x, y);
      g.fillText(name(pictures.get(i)), x, y + height + NAME_HEIGHT - 5);
    }
    return canvas.snapshot(new SnapshotParameters(), null);
  }

  private static String name(Path picture) {
    return String.valueOf(picture.getFileName()).replaceAll("-[0-9]+x[0-9]+\\.png$", "");
  }
}
