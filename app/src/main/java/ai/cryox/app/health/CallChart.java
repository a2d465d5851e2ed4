package ai.cryox.app.health;

import ai.cryox.app.screen.Drawing;
import ai.cryox.app.screen.TimeAxis;
import ai.cryox.app.text.Units;
import ai.cryox.app.theme.Fonts;
import ai.cryox.app.theme.Palette;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Calls over time as bars, with the goal as a line. FX thread only.
final class CallChart {
  private static final double HEIGHT = 168;
  private static final double TOP = 20;
  private static final double BOTTOM = 22;
  private static final double LEFT = 34;
  private static final double GAP = 2;

  private final Units units;
  private final ReadOnlyObjectProperty<Palette> palette;
  private final Drawing root = new Drawing(HEIGHT, this::draw);
  private @Nullable HealthReport report;

  CallChart(Units units, ReadOnlyObjectProperty<Palette> palette) {
    this.units = units;
    this.palette = palette;
    palette.addListener((_, _, _) -> root.redraw());
  }

  Node node() {
    return root;
  }

  void show(HealthReport next) {
    report = next;
    root.setAccessibleText(units.messages().text("health.chartOf", next.health().raised()));
    root.redraw();
  }

  private void draw(GraphicsContext g) {
    HealthReport drawn = report;
    if (drawn == null) {
      return;
    }
    int most = drawn.calls().stream().mapToInt(Integer::intValue).max().orElse(0);
    double top = Math.max(drawn.period().goal() * 1.25, most * 1.1);
    g.setFont(Fonts.regular(12));
    bars(g, drawn, top);
    goal(g, drawn.period().goal(), top);
    times(g, drawn);
  }

  private double y(double calls, double top) {
    double y = TOP + (HEIGHT - TOP - BOTTOM) * (1 - calls / top);
    return Math.round(y);
  }

  private void bars(GraphicsContext g, HealthReport drawn, double top) {
    List<Integer> calls = drawn.calls();
    double width = (root.getWidth() - LEFT) / calls.size();
    double floor = y(0, top);
    g.setFill(palette.get().line());
    g.fillRect(LEFT, floor, root.getWidth() - LEFT, 1);
    for (int i = 0; i < calls.size(); i++) {
      double height = floor - y(calls.get(i), top);
      boolean beyond = calls.get(i) > drawn.period().goal();
      g.setFill(beyond ? palette.get().text() : palette.get().pen());
      g.fillRect(
          Math.round(LEFT + i * width) + GAP,
          floor - height,
          Math.max(1, Math.round(width) - 2 * GAP),
          height);
    }
  }

  private void goal(GraphicsContext g, double goal, double top) {
    double y = y(goal, top) + 0.5;
    g.setStroke(palette.get().muted());
    g.setLineWidth(1);
    g.setLineDashes(4, 3);
    g.strokeLine(LEFT, y, root.getWidth(), y);
    g.setLineDashes();
    g.setFill(palette.get().muted());
    g.setTextAlign(TextAlignment.LEFT);
    g.setTextBaseline(VPos.CENTER);
    g.fillText(units.count(Math.round(goal)), 4, y);
    g.fillText("0", 4, HEIGHT - BOTTOM);
  }

  private void times(GraphicsContext g, HealthReport drawn) {
    Instant from = drawn.health().from();
    Instant until = from.plus(drawn.period().length());
    new TimeAxis(from, until, LEFT, root.getWidth())
        .draw(g, palette.get(), units, HEIGHT - BOTTOM, HEIGHT - 8);
  }
}
