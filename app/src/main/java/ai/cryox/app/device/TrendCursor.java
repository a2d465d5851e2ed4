package ai.cryox.app.device;

import ai.cryox.app.text.Units;
import ai.cryox.app.theme.Fonts;
import java.time.Instant;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Draws the cursor over a trend: a line, and what was read there. FX thread only.
final class TrendCursor {
  private static final double LEFT = TrendPlot.LEFT;
  private static final double TOP = TrendPlot.TOP;

  private final Units units;
  private final Font small = Fonts.regular(12);
  private final Font bold = Fonts.bold(12);

  TrendCursor(Units units) {
    this.units = units;
  }

  /// Says what was read nearest to this x.
  void draw(TrendPlot d, double x) {
    if (x < LEFT || x >= d.right()) {
      return;
    }
    TrendPicture p = d.picture();
    long time = d.time(x);
    int nearest = p.samples().nearest(time);
    d.g().setFill(d.palette().accent());
    d.g().fillRect(Math.rint(x), TOP, 1, d.height());
    long near = Math.max(p.gap(), d.span() / p.columns().width() * 2);
    boolean inGap = nearest < 0 || Math.abs(p.samples().time(nearest) - time) > near;
    if (inGap) {
      box(d, x, Instant.ofEpochMilli(time), units.messages().text("device.noReading"));
      return;
    }
    long at = p.samples().time(nearest);
    double value = p.samples().value(nearest);
    double dotX = Math.max(LEFT, Math.min(d.right(), d.x(at)));
    d.g().fillOval(dotX - 3, d.y(value) - 3, 6, 6);
    box(d, x, Instant.ofEpochMilli(at), columnWords(d, x, value));
  }

  /// The value, or lowest and highest where one column stands for many readings.
  private String columnWords(TrendPlot d, double x, double value) {
    TrendColumns columns = d.picture().columns();
    int column = (int) Math.min(columns.width() - 1.0, x - LEFT);
    if (columns.count(column) > 1 && columns.high(column) - columns.low(column) >= 0.1) {
      return units.bareTemperature(columns.low(column))
          + " … "
          + units.temperature(columns.high(column));
    }
    return units.temperature(value);
  }

  private void box(TrendPlot d, double x, Instant at, String value) {
    double width = 148;
    double left = x + 8 + width > d.right() ? x - 8 - width : x + 8;
    double top = TOP + 6;
    d.g().setFill(d.palette().panel());
    d.g().fillRoundRect(left, top, width, 44, 6, 6);
    d.g().setStroke(d.palette().line());
    d.g().setLineWidth(1);
    d.g().strokeRoundRect(Math.rint(left) + 0.5, top + 0.5, width - 1, 43, 6, 6);
    d.g().setTextAlign(TextAlignment.LEFT);
    d.g().setFont(small);
    d.g().setFill(d.palette().muted());
    d.g().fillText(units.dayTime(at) + " " + units.zoneName(at), left + 10, top + 14);
    d.g().setFont(bold);
    d.g().setFill(d.palette().text());
    d.g().fillText(value, left + 10, top + 31);
  }
}
