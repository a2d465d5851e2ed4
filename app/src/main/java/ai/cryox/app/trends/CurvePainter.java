package ai.cryox.app.trends;

import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;

/// Draws one curve: bars of one pixel from the smallest to the largest value where there are many
/// values, which costs a software renderer a tenth of what long lines cost, and lines where there
/// are few. FX thread only.
final class CurvePainter {
  private static final double LINE = 1.5;

  private double[] xs = new double[256];
  private double[] ys = new double[256];

  /// Draws what a sheet holds of the area's period.
  ///
  /// @param shift milliseconds by which the sheet lies earlier
  void draw(
      GraphicsContext g,
      Area area,
      AxisScale scale,
      PenColumns columns,
      PenSheet sheet,
      Curve curve,
      long shift,
      Color colour) {
    g.save();
    g.beginPath();
    g.rect(area.left(), area.top(), area.width(), area.height());
    g.clip();
    if (columns.isSparse()) {
      lines(g, area, scale, sheet, Math.max(curve.gap(), sheet.resolution() * 2), shift, colour);
    } else {
      bars(g, area, scale, columns, colour);
    }
    g.restore();
  }

  private static void bars(
      GraphicsContext g, Area area, AxisScale scale, PenColumns columns, Color colour) {
    g.setFill(colour);
    double zoom = g.getTransform().getMxx();
    int before = -1;
    for (int column = 0; column < columns.width(); column++) {
      if (!columns.holds(column)) {
        continue;
      }
      double low = columns.low(column);
      double high = columns.high(column);
      if (before >= 0 && columns.isJoined(column)) {
        if (column == before + 1) {
          // A bar reaches to the one before it, so that a steep curve has no holes.
          low = Math.min(low, columns.high(before));
          high = Math.max(high, columns.low(before));
        } else {
          bridge(g, zoom, area, scale, columns, before, column);
        }
      }
      bar(g, zoom, area, scale, column, 1, low, high);
      before = column;
    }
  }

  /// Columns that hold nothing between two that belong together: a way from one to the other.
  private static void bridge(
      GraphicsContext g,
      double zoom,
      Area area,
      AxisScale scale,
      PenColumns columns,
      int from,
      int to) {
    int empty = to - from - 1;
    double start = columns.mean(from);
    double climb = columns.mean(to) - start;
    if (climb == 0) {
      bar(g, zoom, area, scale, from + 1, empty, start, start);
      return;
    }
    for (int i = 0; i < empty; i++) {
      double one = start + climb * i / empty;
      double other = start + climb * (i + 1) / empty;
      bar(g, zoom, area, scale, from + 1 + i, 1, Math.min(one, other), Math.max(one, other));
    }
  }

  /// On whole pixels of the screen whatever the zoom, so that bars side by side have no seams; one
  /// pixel at least, so that none is lost.
  private static void bar(
      GraphicsContext g,
      double zoom,
      Area area,
      AxisScale scale,
      int column,
      int wide,
      double low,
      double high) {
    double top = Math.floor((area.top() + scale.below(high, area.height())) * zoom);
    double bottom = Math.ceil((area.top() + scale.below(low, area.height())) * zoom);
    double left = Math.floor((area.left() + column) * zoom);
    double right = Math.max(left + 1, Math.floor((area.left() + column + wide) * zoom));
    g.fillRect(left / zoom, top / zoom, (right - left) / zoom, Math.max(2, (bottom - top) / zoom));
  }

  private void lines(
      GraphicsContext g,
      Area area,
      AxisScale scale,
      PenSheet sheet,
      long apart,
      long shift,
      Color colour) {
    g.setStroke(colour);
    g.setFill(colour);
    g.setLineWidth(LINE);
    g.setLineJoin(StrokeLineJoin.BEVEL);
    int run = 0;
    // One before and one after, so that lines come in from the edges.
    int first = Math.max(0, sheet.firstAfter(area.view().from() - shift) - 1);
    for (int i = first; i < sheet.size(); i++) {
      if (i > first && sheet.end(i) - sheet.end(i - 1) > apart) {
        stroke(g, run);
        run = 0;
      }
      double x = area.x(sheet.middle(i) + shift);
      run = point(run, x, area.top() + scale.below(sheet.low(i), area.height()));
      if (sheet.high(i) > sheet.low(i)) {
        run = point(run, x, area.top() + scale.below(sheet.high(i), area.height()));
      }
      if (sheet.end(i) > area.view().until() - shift) {
        break;
      }
    }
    stroke(g, run);
  }

  private int point(int run, double x, double y) {
    if (run == xs.length) {
      xs = Arrays.copyOf(xs, run * 2);
      ys = Arrays.copyOf(ys, run * 2);
    }
    xs[run] = x;
    ys[run] = y;
    return run + 1;
  }

  /// A value alone between two gaps is a dot: no line would show it.
  private void stroke(GraphicsContext g, int run) {
    if (run == 1) {
      g.fillOval(xs[0] - 2, ys[0] - 2, 4, 4);
    } else if (run > 1) {
      g.strokePolyline(xs, ys, run);
    }
  }
}
