package ai.cryox.app.device;

import ai.cryox.app.screen.SharpCanvas;
import ai.cryox.app.text.Units;
import ai.cryox.app.theme.Fonts;
import ai.cryox.app.theme.Palette;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.classify.Level;
import ai.cryox.core.classify.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Draws a trend: allowed band, grid, limits, gaps and pen, with alarm marks and the cursor on top.
/// FX thread only.
final class TrendPainter {
  private static final double LEFT = TrendPlot.LEFT;
  private static final double TOP = TrendPlot.TOP;

  private final Units units;
  private final TrendMarks marks;
  private final TrendCursor cursor;
  private final Font small = Fonts.regular(12);
  private double[] xs = new double[0];
  private double[] ys = new double[0];

  // What was drawn last, for the cursor that comes on top.
  private @Nullable TrendPlot last;

  TrendPainter(Units units) {
    this.units = units;
    this.marks = new TrendMarks(units);
    this.cursor = new TrendCursor(units);
  }

  void draw(
      SharpCanvas canvas,
      Palette palette,
      TrendPicture picture,
      List<Alarm> alarms,
      String emptyNote) {
    GraphicsContext g = canvas.pen();
    TrendPlot d =
        new TrendPlot(
            g,
            palette,
            picture,
            picture.columns().width(),
            Math.floor(canvas.getHeight() - TOP - TrendPlot.BOTTOM));
    last = d;
    g.setFill(palette.tile());
    g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    band(d);
    temperatures(d);
    times(d);
    limits(d);
    gaps(d);
    pen(d);
    marks.draw(d, alarms);
    if (Double.isNaN(picture.columns().low())) {
      note(d, emptyNote);
    }
  }

  private static void band(TrendPlot d) {
    double top = Math.rint(Math.max(TOP, d.y(d.picture().limits().top())));
    double bottom = Math.rint(Math.min(d.bottom(), d.y(d.picture().limits().bottom())));
    d.g().setFill(d.palette().band());
    d.g().fillRect(LEFT, top, d.width(), Math.max(0, bottom - top));
  }

  private void temperatures(TrendPlot d) {
    TrendScale scale = d.picture().scale();
    d.g().setFont(small);
    d.g().setTextAlign(TextAlignment.RIGHT);
    d.g().setTextBaseline(VPos.CENTER);
    for (double value = scale.firstLine(); value < scale.most(); value += scale.step()) {
      double y = Math.rint(d.y(value));
      d.g().setFill(d.palette().line());
      d.g().fillRect(LEFT, y, d.width(), 1);
      d.g().setFill(d.palette().muted());
      d.g().fillText(units.bareTemperature(value), LEFT - 8, y);
    }
    d.g().setTextAlign(TextAlignment.LEFT);
    d.g().fillText(units.degrees().sign(), 4, 8);
  }

  private void times(TrendPlot d) {
    TrendPicture p = d.picture();
    Instant from = Instant.ofEpochMilli(p.from());
    Instant until = Instant.ofEpochMilli(p.until());
    boolean days = p.range().tick().compareTo(Duration.ofDays(1)) >= 0;
    d.g().setFont(small);
    d.g().setTextAlign(TextAlignment.CENTER);
    for (Instant mark : TimeMarks.between(from, until, p.range().tick(), units.zone())) {
      double x = Math.rint(d.x(mark.toEpochMilli()));
      d.g().setFill(d.palette().line());
      d.g().fillRect(x, d.bottom(), 1, 5);
      d.g().setFill(d.palette().muted());
      d.g().fillText(days ? units.day(mark) : units.shortTime(mark), x, d.bottom() + 16);
    }
    d.g().setFill(d.palette().line());
    d.g().fillRect(LEFT, d.bottom(), d.width(), 1);
  }

  private static void limits(TrendPlot d) {
    for (Level level : Level.values()) {
      Limit limit = d.picture().limits().limit(level);
      if (limit != null) {
        double y = Math.rint(d.y(limit.value()));
        boolean critical = level.severity() == Severity.CRITICAL;
        d.g().setFill(critical ? d.palette().critical() : d.palette().warning());
        for (double x = LEFT; x < d.right(); x += 8) {
          d.g().fillRect(x, y, Math.min(critical ? 5 : 3, d.right() - x), 1);
        }
      }
    }
  }

  /// Names the gaps that are wide enough to carry a word.
  private void gaps(TrendPlot d) {
    Samples samples = d.picture().samples();
    int end = samples.firstFrom(d.picture().until());
    for (int i = samples.firstFrom(d.picture().from()); i < end; i++) {
      if (i > 0) {
        gap(d, samples.time(i - 1), samples.time(i));
      }
    }
    if (end > 0) {
      gap(d, samples.time(end - 1), d.picture().until());
    }
  }

  private void gap(TrendPlot d, long from, long until) {
    if (until - from <= d.picture().gap()) {
      return;
    }
    double left = Math.max(LEFT, d.x(from));
    double right = Math.min(d.right(), d.x(until));
    hatch(d, left + 1, right - left - 2);
    if (right - left > 70) {
      d.g().setFont(small);
      d.g().setFill(d.palette().muted());
      d.g().setTextAlign(TextAlignment.CENTER);
      String span = units.duration(Duration.ofMillis(until - from));
      d.g()
          .fillText(units.messages().text("device.gap", span), (left + right) / 2, d.bottom() - 12);
    }
  }

  private static void hatch(TrendPlot d, double left, double width) {
    if (width < 3) {
      return;
    }
    d.g().save();
    d.g().beginPath();
    d.g().rect(left, TOP, width, d.height());
    d.g().clip();
    d.g().setStroke(d.palette().stale().deriveColor(0, 1, 1, 0.45));
    d.g().setLineWidth(1);
    for (double start = left - d.height(); start < left + width; start += 12) {
      d.g().strokeLine(start, d.bottom(), start + d.height(), TOP);
    }
    d.g().restore();
  }

  private void pen(TrendPlot d) {
    TrendColumns columns = d.picture().columns();
    if (xs.length < columns.width() * 4) {
      xs = new double[columns.width() * 4];
      ys = new double[columns.width() * 4];
    }
    d.g().setStroke(d.palette().pen());
    d.g().setFill(d.palette().pen());
    d.g().setLineWidth(1.5);
    d.g().setLineJoin(StrokeLineJoin.BEVEL);
    int run = 0;
    for (int column = 0; column < columns.width(); column++) {
      if (columns.count(column) == 0) {
        continue;
      }
      if (!columns.isJoined(column)) {
        stroke(d, run);
        run = 0;
      }
      double x = LEFT + column + 0.5;
      run = point(run, x, d.y(columns.first(column)));
      if (columns.count(column) > 1) {
        run = point(run, x, d.y(columns.low(column)));
        run = point(run, x, d.y(columns.high(column)));
        run = point(run, x, d.y(columns.last(column)));
      }
    }
    stroke(d, run);
  }

  private int point(int run, double x, double y) {
    xs[run] = x;
    ys[run] = y;
    return run + 1;
  }

  /// A reading alone between two gaps is a dot: no line would show it.
  private void stroke(TrendPlot d, int run) {
    if (run == 1) {
      d.g().fillOval(xs[0] - 1.5, ys[0] - 1.5, 3, 3);
    } else if (run > 1) {
      d.g().strokePolyline(xs, ys, run);
    }
  }

  private void note(TrendPlot d, String sentence) {
    d.g().setFont(small);
    d.g().setFill(d.palette().muted());
    d.g().setTextAlign(TextAlignment.CENTER);
    d.g().fillText(sentence, LEFT + d.width() / 2, TOP + d.height() / 2);
  }

  /// Says what was read nearest to this x, on top of what was drawn last.
  void cursor(double x) {
    if (last != null) {
      cursor.draw(last, x);
    }
  }
}
