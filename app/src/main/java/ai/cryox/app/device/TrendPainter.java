package ai.cryox.app.device;

import ai.cryox.app.screen.AlarmWords;
import ai.cryox.app.screen.SharpCanvas;
import ai.cryox.app.text.Units;
import ai.cryox.app.theme.Fonts;
import ai.cryox.app.theme.Palette;
import ai.cryox.app.theme.Shapes;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.classify.Level;
import ai.cryox.core.classify.Limit;
import ai.cryox.core.classify.StorageProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Draws a trend: allowed band, grid, limits, gaps, pen, alarm marks and the cursor. FX thread
/// only.
final class TrendPainter {
  /// Room for temperatures, px.
  static final double LEFT = 52;

  /// Room for half a time, px.
  static final double RIGHT = 18;

  private static final double TOP = 20;
  private static final double BOTTOM = 26;
  private static final double SIGN = 9;

  private final Units units;
  private final AlarmWords words;
  private final Font small = Fonts.regular(12);
  private final Font bold = Fonts.bold(12);
  private final Text probe = new Text();
  private double[] xs = new double[0];
  private double[] ys = new double[0];

  // What was drawn last, for the cursor that comes on top.
  private @Nullable Drawn last;

  /// What to draw.
  ///
  /// @param from epoch milliseconds at the left, like `until` at the right
  /// @param gap milliseconds that two readings may lie apart
  record Picture(
      long from,
      long until,
      TrendRange range,
      TrendColumns columns,
      TrendScale scale,
      StorageProfile limits,
      Samples samples,
      long gap) {}

  private record Drawn(
      GraphicsContext g, Palette palette, Picture picture, double width, double height) {
    double x(long time) {
      Picture p = picture;
      return LEFT + (double) (time - p.from()) / (p.until() - p.from()) * width;
    }

    double y(double value) {
      return TOP + picture.scale().below(value, height);
    }

    double bottom() {
      return TOP + height;
    }

    double right() {
      return LEFT + width;
    }
  }

  TrendPainter(Units units) {
    this.units = units;
    this.words = new AlarmWords(units);
    probe.setFont(bold);
  }

  void draw(
      SharpCanvas canvas, Palette palette, Picture picture, List<Alarm> alarms, String emptyNote) {
    GraphicsContext g = canvas.pen();
    Drawn d =
        new Drawn(
            g,
            palette,
            picture,
            picture.columns().width(),
            Math.floor(canvas.getHeight() - TOP - BOTTOM));
    last = d;
    g.setFill(palette.tile());
    g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    band(d);
    temperatures(d);
    times(d);
    limits(d);
    gaps(d);
    pen(d);
    marks(d, alarms);
    if (Double.isNaN(picture.columns().low())) {
      note(d, emptyNote);
    }
  }

  private static void band(Drawn d) {
    double top = Math.rint(Math.max(TOP, d.y(d.picture.limits().top())));
    double bottom = Math.rint(Math.min(d.bottom(), d.y(d.picture.limits().bottom())));
    d.g.setFill(d.palette.band());
    d.g.fillRect(LEFT, top, d.width, Math.max(0, bottom - top));
  }

  private void temperatures(Drawn d) {
    TrendScale scale = d.picture.scale();
    d.g.setFont(small);
    d.g.setTextAlign(TextAlignment.RIGHT);
    d.g.setTextBaseline(VPos.CENTER);
    for (double value = scale.firstLine(); value < scale.most(); value += scale.step()) {
      double y = Math.rint(d.y(value));
      d.g.setFill(d.palette.line());
      d.g.fillRect(LEFT, y, d.width, 1);
      d.g.setFill(d.palette.muted());
      d.g.fillText(units.bareTemperature(value), LEFT - 8, y);
    }
    d.g.setTextAlign(TextAlignment.LEFT);
    d.g.fillText(units.degrees().sign(), 4, 8);
  }

  private void times(Drawn d) {
    Picture p = d.picture;
    Instant from = Instant.ofEpochMilli(p.from());
    Instant until = Instant.ofEpochMilli(p.until());
    boolean days = p.range().tick().compareTo(Duration.ofDays(1)) >= 0;
    d.g.setFont(small);
    d.g.setTextAlign(TextAlignment.CENTER);
    for (Instant mark : TimeMarks.between(from, until, p.range().tick(), units.zone())) {
      double x = Math.rint(d.x(mark.toEpochMilli()));
      d.g.setFill(d.palette.line());
      d.g.fillRect(x, d.bottom(), 1, 5);
      d.g.setFill(d.palette.muted());
      d.g.fillText(days ? units.day(mark) : units.shortTime(mark), x, d.bottom() + 16);
    }
    d.g.setFill(d.palette.line());
    d.g.fillRect(LEFT, d.bottom(), d.width, 1);
  }

  private static void limits(Drawn d) {
    for (Level level : Level.values()) {
      Limit limit = d.picture.limits().limit(level);
      if (limit != null) {
        double y = Math.rint(d.y(limit.value()));
        boolean critical = level.severity() == Severity.CRITICAL;
        d.g.setFill(critical ? d.palette.critical() : d.palette.warning());
        for (double x = LEFT; x < d.right(); x += 8) {
          d.g.fillRect(x, y, Math.min(critical ? 5 : 3, d.right() - x), 1);
        }
      }
    }
  }

  /// Names the gaps that are wide enough to carry a word.
  private void gaps(Drawn d) {
    Samples samples = d.picture.samples();
    int end = samples.firstFrom(d.picture.until());
    for (int i = samples.firstFrom(d.picture.from()); i < end; i++) {
      if (i > 0) {
        gap(d, samples.time(i - 1), samples.time(i));
      }
    }
    if (end > 0) {
      gap(d, samples.time(end - 1), d.picture.until());
    }
  }

  private void gap(Drawn d, long from, long until) {
    if (until - from <= d.picture.gap()) {
      return;
    }
    double left = Math.max(LEFT, d.x(from));
    double right = Math.min(d.right(), d.x(until));
    hatch(d, left + 1, right - left - 2);
    if (right - left > 70) {
      d.g.setFont(small);
      d.g.setFill(d.palette.muted());
      d.g.setTextAlign(TextAlignment.CENTER);
      String span = units.duration(Duration.ofMillis(until - from));
      d.g.fillText(units.messages().text("device.gap", span), (left + right) / 2, d.bottom() - 12);
    }
  }

  private static void hatch(Drawn d, double left, double width) {
    if (width < 3) {
      return;
    }
    d.g.save();
    d.g.beginPath();
    d.g.rect(left, TOP, width, d.height);
    d.g.clip();
    d.g.setStroke(d.palette.stale().deriveColor(0, 1, 1, 0.45));
    d.g.setLineWidth(1);
    for (double start = left - d.height; start < left + width; start += 12) {
      d.g.strokeLine(start, d.bottom(), start + d.height, TOP);
    }
    d.g.restore();
  }

  private void pen(Drawn d) {
    TrendColumns columns = d.picture.columns();
    if (xs.length < columns.width() * 4) {
      xs = new double[columns.width() * 4];
      ys = new double[columns.width() * 4];
    }
    d.g.setStroke(d.palette.pen());
    d.g.setFill(d.palette.pen());
    d.g.setLineWidth(1.5);
    d.g.setLineJoin(StrokeLineJoin.BEVEL);
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
  private void stroke(Drawn d, int run) {
    if (run == 1) {
      d.g.fillOval(xs[0] - 1.5, ys[0] - 1.5, 3, 3);
    } else if (run > 1) {
      d.g.strokePolyline(xs, ys, run);
    }
  }

  private void marks(Drawn d, List<Alarm> alarms) {
    Picture p = d.picture;
    List<Alarm> seen =
        alarms.stream()
            .filter(alarm -> alarm.raisedAt().toEpochMilli() >= p.from())
            .filter(alarm -> alarm.raisedAt().toEpochMilli() < p.until())
            .toList();
    MarkLine line = new MarkLine(0, d.right());
    for (Alarm alarm : seen) {
      double x = Math.rint(d.x(alarm.raisedAt().toEpochMilli()));
      mark(d, alarm, x);
      line.take(x - SIGN / 2, x + SIGN / 2 + 1);
    }
    for (Alarm alarm : seen) {
      label(d, alarm, Math.rint(d.x(alarm.raisedAt().toEpochMilli())), line);
    }
  }

  private static void mark(Drawn d, Alarm alarm, double x) {
    Color colour = colour(d.palette, alarm);
    d.g.setFill(colour);
    for (double y = TOP; y < d.bottom(); y += 6) {
      d.g.fillRect(x, y, 1, 2);
    }
    if (alarm.condition().unit() != Condition.Unit.CELSIUS) {
      d.g.setStroke(colour);
      d.g.setLineWidth(1.5);
      d.g.strokeOval(x - SIGN / 2 + 0.5, TOP - SIGN - 2, SIGN, SIGN);
    } else if (alarm.worstSeverity() == Severity.CRITICAL) {
      Shapes.up(d.g, x - SIGN / 2 + 0.5, TOP - SIGN - 2, SIGN, colour);
    } else {
      Shapes.diamond(d.g, x - SIGN / 2 + 0.5, TOP - SIGN - 2, SIGN, colour);
    }
  }

  /// Names an alarm that is still present, where there is room; past ones keep only their sign.
  private void label(Drawn d, Alarm alarm, double x, MarkLine line) {
    if (!alarm.state().isAbnormal()) {
      return;
    }
    String text = words.condition(alarm) + " " + units.shortTime(alarm.raisedAt());
    probe.setText(text);
    double width = Math.ceil(probe.getLayoutBounds().getWidth());
    double at = line.place(x - 9, x + 10, width, x > LEFT + d.width / 2);
    if (Double.isNaN(at)) {
      return;
    }
    d.g.setFont(bold);
    d.g.setFill(colour(d.palette, alarm));
    d.g.setTextAlign(TextAlignment.LEFT);
    d.g.fillText(text, at, TOP - SIGN / 2 - 2);
  }

  private static Color colour(Palette palette, Alarm alarm) {
    if (alarm.condition() == Condition.SILENT) {
      return palette.muted();
    }
    return alarm.worstSeverity() == Severity.CRITICAL ? palette.critical() : palette.warning();
  }

  private void note(Drawn d, String sentence) {
    d.g.setFont(small);
    d.g.setFill(d.palette.muted());
    d.g.setTextAlign(TextAlignment.CENTER);
    d.g.fillText(sentence, LEFT + d.width / 2, TOP + d.height / 2);
  }

  /// Says what was read nearest to this x, on top of what was drawn last.
  void cursor(double x) {
    Drawn d = last;
    if (d == null || x < LEFT || x >= d.right()) {
      return;
    }
    Picture p = d.picture;
    long time = p.from() + (long) ((x - LEFT) / d.width * (p.until() - p.from()));
    int nearest = p.samples().nearest(time);
    d.g.setFill(d.palette.accent());
    d.g.fillRect(Math.rint(x), TOP, 1, d.height);
    long near = Math.max(p.gap(), (p.until() - p.from()) / p.columns().width() * 2);
    boolean inGap = nearest < 0 || Math.abs(p.samples().time(nearest) - time) > near;
    if (inGap) {
      box(d, x, Instant.ofEpochMilli(time), units.messages().text("device.noReading"));
      return;
    }
    long at = p.samples().time(nearest);
    double value = p.samples().value(nearest);
    double dotX = Math.max(LEFT, Math.min(d.right(), d.x(at)));
    d.g.fillOval(dotX - 3, d.y(value) - 3, 6, 6);
    box(d, x, Instant.ofEpochMilli(at), columnWords(d, x, value));
  }

  /// The value, or lowest and highest where one column stands for many readings.
  private String columnWords(Drawn d, double x, double value) {
    TrendColumns columns = d.picture.columns();
    int column = (int) Math.min(columns.width() - 1.0, x - LEFT);
    if (columns.count(column) > 1 && columns.high(column) - columns.low(column) >= 0.1) {
      return units.bareTemperature(columns.low(column))
          + " … "
          + units.temperature(columns.high(column));
    }
    return units.temperature(value);
  }

  private void box(Drawn d, double x, Instant at, String value) {
    double width = 148;
    double left = x + 8 + width > d.right() ? x - 8 - width : x + 8;
    double top = TOP + 6;
    d.g.setFill(d.palette.panel());
    d.g.fillRoundRect(left, top, width, 44, 6, 6);
    d.g.setStroke(d.palette.line());
    d.g.setLineWidth(1);
    d.g.strokeRoundRect(Math.rint(left) + 0.5, top + 0.5, width - 1, 43, 6, 6);
    d.g.setTextAlign(TextAlignment.LEFT);
    d.g.setFont(small);
    d.g.setFill(d.palette.muted());
    d.g.fillText(units.dayTime(at) + " " + units.zoneName(at), left + 10, top + 14);
    d.g.setFont(bold);
    d.g.setFill(d.palette.text());
    d.g.fillText(value, left + 10, top + 31);
  }
}
