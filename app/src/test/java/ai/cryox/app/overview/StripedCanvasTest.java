package ai.cryox.app.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.fx.FxThread;
import ai.cryox.app.theme.Zoom;
import java.util.Random;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class StripedCanvasTest {
  private static final int WIDTH = 160;
  private static final int HEIGHT = 203;

  @BeforeAll
  static void startToolkit() {
    try {
      Platform.startup(() -> Platform.setImplicitExit(false));
    } catch (IllegalStateException alreadyStarted) {
      assertNotNull(alreadyStarted);
    }
  }

  private static void shapes(long seed, Consumer<Shape> each) {
    Random random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      double y = random.nextInt(HEIGHT - 30);
      Color colour = Color.hsb(random.nextInt(360), 0.8, 0.9);
      each.accept(new Shape(random.nextInt(WIDTH - 40), y, 30, colour));
    }
  }

  private record Shape(double x, double y, double size, Color colour) {
    void draw(GraphicsContext g) {
      g.setFill(colour);
      g.fillOval(x, y, size, size);
      g.fillRect(x, y + 3, 4, size - 6);
    }
  }

  private static Image striped(double zoom, long seed) {
    return FxThread.get(() -> {
      StripedCanvas canvas = new StripedCanvas();
      Zoom zoomed = new Zoom(new StackPane(canvas), new SimpleDoubleProperty(zoom));
      Scene scene = new Scene(zoomed, WIDTH * zoom, HEIGHT * zoom, Color.BLACK);
      zoomed.resize(WIDTH * zoom, HEIGHT * zoom);
      zoomed.layout();
      assertTrue(canvas.fit());
      shapes(seed, shape -> canvas.draw(shape.y(), shape.y() + shape.size(), shape::draw));
      return scene.snapshot(null);
    });
  }

  private static Image whole(double zoom, long seed) {
    return FxThread.get(() -> {
      Canvas canvas = new Canvas(WIDTH * zoom, HEIGHT * zoom);
      GraphicsContext pen = canvas.getGraphicsContext2D();
      pen.scale(zoom, zoom);
      shapes(seed, shape -> shape.draw(pen));
      return new Scene(new Pane(canvas), WIDTH * zoom, HEIGHT * zoom, Color.BLACK).snapshot(null);
    });
  }

  private static void assertSame(double zoom) {
    PixelReader striped = striped(zoom, 7).getPixelReader();
    PixelReader whole = whole(zoom, 7).getPixelReader();
    for (int y = 0; y < (int) (HEIGHT * zoom); y++) {
      for (int x = 0; x < (int) (WIDTH * zoom); x++) {
        assertEquals(whole.getArgb(x, y), striped.getArgb(x, y), x + ", " + y);
      }
    }
  }

  @Test
  void noSeamShowsBetweenStrips() {
    assertSame(1);
  }

  @Test
  void noSeamShowsAtOneAndAHalf() {
    assertSame(1.5);
  }
}
