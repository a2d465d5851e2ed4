package ai.cryox.app.trends;

import ai.cryox.app.screen.SharpCanvas;
import ai.cryox.app.text.Units;
import ai.cryox.app.theme.Fonts;
import ai.cryox.app.theme.Palette;
import ai.cryox.app.theme.Type;
import ai.cryox.core.reading.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Draws a trend on a canvas. FX thread only.
final class PlotPainter {
  private static final double AXIS = 56;
  private static final double EDGE = 12;
  private static final double TOP = 30;
  private static final double BOTTOM = 26 + MarkPainter.LANES;
  private static final double LINE_EVERY = 56;

  private final Units units;
  private final AxisPainter axes;
  private final MarkPainter marks;
  private final CurvePainter curves = new CurvePainter();
  private final Font bold = Fonts.bold(12);
  private final List<PenColumns> columns = new ArrayList<>();
  private final PenColumns comparedColumns = new PenColumns();
  private final Map<Quantity, AxisScale> scales = new EnumMap<>(Quantity.class);

  PlotPainter(Units units) {
    this.units = units;
    axes = new AxisPainter(units);
    marks = new MarkPainter(units);
  }

  /// Where the curves are on a canvas of this size.
  static Area area(SharpCanvas canvas, Picture picture) {
    int sides =
        Math.max(
            1, (int) picture.curves().stream().map(c -> c.pen().quantity()).distinct().count());
    double right = sides > 1 ? (sides - 1) * AXIS : EDGE;
    return new Area(
        picture.view(),
        AXIS,
        TOP,
        (int) Math.max(1, canvas.getWidth() - AXIS - right - EDGE),
        Math.max(1, Math.floor(canvas.getHeight() - TOP - BOTTOM)));
  }

  /// The columns that the i-th curve was drawn in last.
  PenColumns columns(int i) {
    return columns.get(i);
  }

  /// How high values of a quantity were drawn last.
  @Nullable AxisScale scale(Quantity quantity) {
    return scales.get(quantity);
  }

  void draw(SharpCanvas canvas, Palette palette, Picture picture) {
    GraphicsContext g = canvas.pen();
    Area area = area(canvas, picture);
    g.setFill(palette.tile());
    g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    squeeze(picture, area);
    LimitSteps limits = picture.limits();
    AxisScale temperature = scales.get(Quantity.TEMPERATURE);
    if (limits != null && temperature != null) {
      axes.band(g, palette, area, temperature, limits);
    }
    axes.times(g, palette, area);
    values(g, palette, area);
    if (limits != null && temperature != null) {
      axes.limits(g, palette, area, temperature, limits);
    }
    picture.marks().forEach(of -> marks.alarms(g, palette, area, of));
    future(g, palette, area, picture);
    for (int i = 0; i < picture.curves().size(); i++) {
      curve(g, area, picture, i);
    }
    marks.lanes(
        g,
        palette,
        area,
        picture.marks().isEmpty() ? null : picture.marks().getFirst(),
        picture.now());
    if (!picture.note().isEmpty()) {
      g.setFont(Fonts.regular(Type.TITLE.px()));
      g.setFill(palette.muted());
      g.setTextBaseline(VPos.CENTER);
      g.setTextAlign(TextAlignment.CENTER);
      g.fillText(picture.note(), area.left() + area.width() / 2.0, area.top() + area.height() / 2);
    }
  }

  /// Finds the extremes of every quantity, of what is compared too, and scales that hold them.
  private void squeeze(Picture picture, Area area) {
    Map<Quantity, double[]> extremes = new EnumMap<>(Quantity.class);
    for (int i = 0; i < picture.curves().size(); i++) {
      if (i == columns.size()) {
        columns.add(new PenColumns());
      }
      Curve curve = picture.curves().get(i);
      PenSheet sheet = curve.sheet();
      double[] both =
          extremes.computeIfAbsent(
              curve.pen().quantity(), _ -> new double[] {Double.NaN, Double.NaN});
      columns
          .get(i)
          .squeeze(sheet == null ? PenSheet.EMPTY : sheet, area.view(), area.width(), curve.gap());
      widen(both, columns.get(i).low(), columns.get(i).high());
      PenSheet compared = curve.compared();
      if (compared != null) {
        TimeWindow then = area.view().earlier(picture.comparedMillis());
        comparedColumns.squeeze(compared, then, area.width(), curve.gap());
        widen(both, comparedColumns.low(), comparedColumns.high());
      }
    }
    LimitSteps limits = picture.limits();
    double[] temperatures = extremes.get(Quantity.TEMPERATURE);
    if (limits != null && temperatures != null) {
      limits.stretches().stream()
          .flatMap(stretch -> stretch.limits().limits().values().stream())
          .forEach(limit -> widen(temperatures, limit.value(), limit.value()));
    }
    int lines = (int) Math.max(3, area.height() / LINE_EVERY);
    scales.clear();
    extremes.forEach(
        (quantity, both) -> scales.put(quantity, AxisScale.of(both[0], both[1], lines)));
  }

  private static void widen(double[] both, double low, double high) {
    // Written so that the first value replaces NaN, and NaN replaces nothing.
    both[0] = low >= both[0] || Double.isNaN(low) ? both[0] : low;
    both[1] = high <= both[1] || Double.isNaN(high) ? both[1] : high;
  }

  private void values(GraphicsContext g, Palette palette, Area area) {
    double right = area.right();
    boolean first = true;
    for (Map.Entry<Quantity, AxisScale> axis : scales.entrySet()) {
      axes.values(g, palette, area, axis.getValue(), axis.getKey(), first ? 0 : right, first);
      right += first ? 0 : AXIS;
      first = false;
    }
  }

  /// Nobody knows yet what comes after now.
  private static void future(GraphicsContext g, Palette palette, Area area, Picture picture) {
    double x = Math.max(area.left(), area.x(picture.now()));
    if (x < area.right()) {
      g.setFill(palette.panel());
      g.fillRect(x, area.top(), area.right() - x, area.height());
    }
  }

  private void curve(GraphicsContext g, Area area, Picture picture, int i) {
    Curve curve = picture.curves().get(i);
    AxisScale scale = scales.get(curve.pen().quantity());
    PenSheet sheet = curve.sheet();
    PenSheet compared = curve.compared();
    if (scale == null) {
      return;
    }
    if (compared != null) {
      TimeWindow then = area.view().earlier(picture.comparedMillis());
      comparedColumns.squeeze(compared, then, area.width(), curve.gap());
      Color faint = curve.colour().deriveColor(0, 1, 1, 0.4);
      curves.draw(
          g, area, scale, comparedColumns, compared, curve, picture.comparedMillis(), faint);
    }
    if (sheet != null) {
      curves.draw(g, area, scale, columns.get(i), sheet, curve, 0, curve.colour());
      number(g, area, scale, curve, columns.get(i));
    }
  }

  /// The curve's number where it ends: colours alone do not tell curves apart.
  private void number(
      GraphicsContext g, Area area, AxisScale scale, Curve curve, PenColumns drawn) {
    int last = drawn.nearest(drawn.width() - 1, drawn.width());
    if (last >= 0) {
      double y = area.top() + scale.below(drawn.mean(last), area.height());
      g.setFont(bold);
      g.setTextBaseline(VPos.BOTTOM);
      g.setTextAlign(TextAlignment.RIGHT);
      g.setFill(curve.colour());
      g.fillText(
          String.valueOf(curve.number()),
          Math.min(area.right() - 2, area.left() + last),
          Math.max(area.top() + 12, y - 3));
    }
  }

  /// A line at a moment, with its time.
  void cursor(SharpCanvas canvas, Palette palette, Picture picture, long time) {
    GraphicsContext g = canvas.pen();
    Area area = area(canvas, picture);
    double x = Math.rint(area.x(time));
    if (!area.holds(x)) {
      return;
    }
    g.setFill(palette.accent());
    g.fillRect(x, area.top(), 1, area.height());
    int column = (int) (x - area.left());
    for (int i = 0; i < picture.curves().size(); i++) {
      Curve curve = picture.curves().get(i);
      AxisScale scale = scales.get(curve.pen().quantity());
      int near = columns.get(i).nearest(column, 3);
      if (scale != null && near >= 0) {
        double y = area.top() + scale.below(columns.get(i).mean(near), area.height());
        g.setFill(curve.colour());
        g.fillOval(area.left() + near - 3, y - 3, 7, 7);
      }
    }
    String words = units.dayTime(Instant.ofEpochMilli(time));
    boolean leftOf = x > area.left() + area.width() / 2.0;
    g.setFont(bold);
    g.setTextBaseline(VPos.TOP);
    g.setTextAlign(leftOf ? TextAlignment.RIGHT : TextAlignment.LEFT);
    g.setFill(palette.accent());
    g.fillText(words, leftOf ? x - 6 : x + 7, area.top() + 4);
  }
}
