package ai.cryox.app.trends;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.fx.Hands;
import ai.cryox.core.reading.Bucket;
import ai.cryox.core.reading.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelReader;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CurvePainterTest {
  private static final int WIDTH = 240;
  private static final int HEIGHT = 120;
  private static final long STEP = 1_000;

  @BeforeAll
  static void startToolkit() throws Exception {
    Hands.startToolkit();
  }

  /// A pixel is one second; the values jump up and down, so many pixels apart.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 6})
  void aCurveThatJumpsHangsTogetherHoweverFarItsValuesLieApart(int apart) throws Exception {
    PixelReader drawn = Hands.onFx(() -> drawn(apart));
    int first = inked(drawn, 0, 1);
    int last = inked(drawn, WIDTH - 1, -1);
    assertTrue(last - first > WIDTH / 2, first + " to " + last);
    for (int x = first + 1; x <= last; x++) {
      assertFalse(top(drawn, x) > bottom(drawn, x - 1) + 1, "a hole left of column " + x);
      assertFalse(bottom(drawn, x) < top(drawn, x - 1) - 1, "a hole left of column " + x);
    }
  }

  private static PixelReader drawn(int apart) {
    TimeWindow view = new TimeWindow(0, WIDTH * STEP);
    List<Bucket> values = new ArrayList<>();
    for (int i = apart; i <= WIDTH; i += apart) {
      double value = (i / apart) % 2 == 0 ? 10 : 0;
      values.add(new Bucket(Instant.ofEpochMilli(i * STEP), value, value, value, 1));
    }
    PenSheet sheet = PenSheet.of(view, STEP, values);
    PenColumns columns = new PenColumns();
    columns.squeeze(sheet, view, WIDTH, 60_000);
    Curve curve =
        new Curve(new Pen("d07", Quantity.TEMPERATURE), 1, Color.WHITE, 60_000, sheet, null, false);
    Canvas canvas = new Canvas(WIDTH, HEIGHT);
    new CurvePainter()
        .draw(
            canvas.getGraphicsContext2D(),
            new Area(view, 0, 0, WIDTH, HEIGHT),
            new AxisScale(-2, 12, 2),
            columns,
            sheet,
            curve,
            0,
            Color.WHITE);
    return new Scene(new Pane(canvas), WIDTH, HEIGHT, Color.BLACK).snapshot(null).getPixelReader();
  }

  /// The first column from one side on in which anything is drawn.
  private static int inked(PixelReader drawn, int from, int step) {
    int x = from;
    while (top(drawn, x) == HEIGHT) {
      x += step;
    }
    return x;
  }

  private static int top(PixelReader drawn, int x) {
    int y = 0;
    while (y < HEIGHT && !isInk(drawn, x, y)) {
      y++;
    }
    return y;
  }

  private static int bottom(PixelReader drawn, int x) {
    int y = HEIGHT - 1;
    while (y >= 0 && !isInk(drawn, x, y)) {
      y--;
    }
    return y;
  }

  private static boolean isInk(PixelReader drawn, int x, int y) {
    return drawn.getColor(x, y).getBrightness() > 0.3;
  }
}
