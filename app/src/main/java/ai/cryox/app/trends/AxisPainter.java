package ai.cryox.app.trends;

import ai.cryox.app.screen.TimeTicks;
import ai.cryox.app.text.Units;
import ai.cryox.app.theme.Fonts;
import ai.cryox.app.theme.Palette;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.classify.Level;
import ai.cryox.core.classify.Limit;
import ai.cryox.core.reading.Quantity;
import java.time.Instant;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Draws what lies behind and beside the curves: grid, values, times, limits. FX thread only.
final class AxisPainter {
  private static final double BELOW = 14;

  private final Units units;
  private final Font small = Fonts.regular(12);

  AxisPainter(Units units) {
    this.units = units;
  }

  /// What is allowed, behind everything.
  void band(GraphicsContext g, Palette palette, Area area, AxisScale scale, LimitSteps limits) {
    g.setFill(palette.band());
    for (LimitSteps.Stretch stretch : limits.stretches()) {
      double top = Math.max(area.top(), y(area, scale, stretch.limits().top()));
      double bottom = Math.min(area.bottom(), y(area, scale, stretch.limits().bottom()));
      double left = left(area, stretch);
      if (bottom > top) {
        g.fillRect(left, top, right(area, stretch) - left, bottom - top);
      }
    }
  }

  private static double left(Area area, LimitSteps.Stretch stretch) {
    return Math.rint(Math.max(area.left(), area.x(stretch.from())));
  }

  private static double right(Area area, LimitSteps.Stretch stretch) {
    return Math.rint(Math.min(area.right(), area.x(stretch.until())));
  }

  /// The limits themselves, over the grid: in steps where they changed.
  void limits(GraphicsContext g, Palette palette, Area area, AxisScale scale, LimitSteps limits) {
    for (Level level : Level.values()) {
      boolean critical = level.severity() == Severity.CRITICAL;
      g.setFill(critical ? palette.critical() : palette.warning());
      double before = Double.NaN;
      for (LimitSteps.Stretch stretch : limits.stretches()) {
        Limit limit = stretch.limits().limit(level);
        double at = limit == null ? Double.NaN : Math.rint(y(area, scale, limit.value()));
        double left = left(area, stretch);
        across(g, area, left, right(area, stretch), at, critical ? 5 : 3);
        step(g, area, left, before, at);
        before = at;
      }
    }
  }

  private static void across(
      GraphicsContext g, Area area, double left, double right, double at, double dash) {
    if (at >= area.top() && at <= area.bottom()) {
      for (double x = left; x < right; x += 8) {
        g.fillRect(x, at, Math.min(dash, right - x), 1);
      }
    }
  }

  /// From what held before to what holds from here on; nothing where there was no limit.
  private static void step(GraphicsContext g, Area area, double x, double before, double at) {
    double top = Math.max(area.top(), Math.min(before, at));
    double bottom = Math.min(area.bottom(), Math.max(before, at));
    if (bottom > top) {
      g.fillRect(x, top, 1, bottom - top);
    }
  }

  private static double y(Area area, AxisScale scale, double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? area.top() : area.bottom();
    }
    return area.top() + scale.below(value, area.height());
  }

  /// Values of one quantity at the left, or at the right from some px on.
  ///
  /// @param grid whether lines go through the whole area
  void values(
      GraphicsContext g,
      Palette palette,
      Area area,
      AxisScale scale,
      Quantity quantity,
      double at,
      boolean grid) {
    g.setFont(small);
    g.setTextBaseline(VPos.CENTER);
    boolean left = at < area.left();
    g.setTextAlign(left ? TextAlignment.RIGHT : TextAlignment.LEFT);
    long lines = Math.round((scale.most() - scale.least()) / scale.step());
    for (long i = 0; i <= lines; i++) {
      double value = scale.least() + i * scale.step();
      double y = Math.rint(area.top() + scale.below(value, area.height()));
      if (grid) {
        g.setFill(palette.line());
        g.fillRect(area.left(), y, area.width(), 1);
      }
      g.setFill(palette.muted());
      g.fillText(
          scale.step() < 0.1 ? units.decimal(value) : QuantityWords.number(units, quantity, value),
          left ? area.left() - 8 : at + 8,
          y);
    }
    g.fillText(
        QuantityWords.unit(units, quantity), left ? area.left() - 8 : at + 8, area.top() - 14);
  }

  /// Times below.
  void times(GraphicsContext g, Palette palette, Area area) {
    TimeTicks ticks =
        TimeTicks.of(area.view().start(), area.view().end(), area.width() / 90, units.zone());
    g.setFont(small);
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.CENTER);
    for (Instant mark : ticks.moments()) {
      double x = Math.rint(area.x(mark.toEpochMilli()));
      g.setFill(palette.line());
      g.fillRect(x, area.top(), 1, area.height() + 4);
      g.setFill(palette.muted());
      if (x > area.left() + 20 && x < area.right() - 20) {
        g.fillText(ticks.words(mark, units), x, area.bottom() + BELOW);
      }
    }
    g.setFill(palette.line());
    g.fillRect(area.left(), area.bottom(), area.width(), 1);
  }
}
