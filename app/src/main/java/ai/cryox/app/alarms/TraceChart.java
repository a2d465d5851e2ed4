package ai.cryox.app.alarms;

import ai.cryox.app.screen.Drawing;
import ai.cryox.app.text.Units;
import ai.cryox.app.theme.Fonts;
import ai.cryox.app.theme.Palette;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.Trace;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// The last readings of a device and the limit that its alarm is about. FX thread only.
final class TraceChart {
  private static final double HEIGHT = 104;
  private static final double LEFT = 4;
  private static final double EDGE = 16;

  private final Units units;
  private final ReadOnlyObjectProperty<Palette> palette;
  private final Drawing root = new Drawing(HEIGHT, this::draw);
  private @Nullable Trace trace;
  private double limit = Double.NaN;

  TraceChart(Units units, ReadOnlyObjectProperty<Palette> palette) {
    this.units = units;
    this.palette = palette;
    root.managedProperty().bind(root.visibleProperty());
    palette.addListener((_, _, _) -> root.redraw());
  }

  Node node() {
    return root;
  }

  /// Draws a device's last readings; nothing where there are fewer than two.
  void show(@Nullable DeviceLive live, double at) {
    Trace next = live == null ? null : live.trace();
    root.setVisible(next != null && next.size() > 1);
    if (next != trace || Double.compare(at, limit) != 0) {
      trace = next;
      limit = at;
      root.redraw();
    }
  }

  private void draw(GraphicsContext g) {
    Trace drawn = trace;
    if (drawn != null && drawn.size() > 1) {
      Scale scale = scale(drawn);
      limitLine(g, drawn, scale);
      pen(g, drawn, scale);
    }
  }

  private Scale scale(Trace drawn) {
    double low = Double.isNaN(limit) ? drawn.temperature(0) : limit;
    double high = low;
    for (int i = 0; i < drawn.size(); i++) {
      low = Math.min(low, drawn.temperature(i));
      high = Math.max(high, drawn.temperature(i));
    }
    double room = Math.max(0.5, (high - low) * 0.15);
    return new Scale(low - room, high + room, drawn.time(0), drawn.time(drawn.size() - 1));
  }

  private record Scale(double low, double high, long from, long until) {
    double y(double celsius) {
      return Math.round(EDGE + (HEIGHT - 2 * EDGE) * (high - celsius) / (high - low)) + 0.5;
    }

    double x(long time, double width) {
      return LEFT + (width - 2 * LEFT) * (double) (time - from) / Math.max(1, until - from);
    }
  }

  /// Its words stand where the pen is further away.
  private void limitLine(GraphicsContext g, Trace drawn, Scale scale) {
    if (Double.isNaN(limit)) {
      return;
    }
    double y = scale.y(limit);
    g.setStroke(palette.get().muted());
    g.setLineWidth(1);
    g.setLineDashes(4, 3);
    g.strokeLine(LEFT, y, root.getWidth() - LEFT, y);
    g.setLineDashes();
    g.setFont(Fonts.regular(12));
    g.setFill(palette.get().muted());
    double first = Math.abs(drawn.temperature(0) - limit);
    double last = Math.abs(drawn.temperature(drawn.size() - 1) - limit);
    boolean left = first > last;
    g.setTextAlign(left ? TextAlignment.LEFT : TextAlignment.RIGHT);
    double x = left ? LEFT : root.getWidth() - LEFT;
    g.fillText(units.messages().text("detail.limitLine", units.temperature(limit)), x, y - 5);
    g.setTextAlign(TextAlignment.LEFT);
  }

  private void pen(GraphicsContext g, Trace drawn, Scale scale) {
    int size = drawn.size();
    double[] x = new double[size];
    double[] y = new double[size];
    for (int i = 0; i < size; i++) {
      x[i] = scale.x(drawn.time(i), root.getWidth());
      y[i] = scale.y(drawn.temperature(i));
    }
    g.setStroke(palette.get().pen());
    g.setLineWidth(1.6);
    g.strokePolyline(x, y, size);
  }
}
