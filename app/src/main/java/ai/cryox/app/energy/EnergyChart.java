package ai.cryox.app.energy;

import ai.cryox.app.screen.Drawing;
import ai.cryox.app.screen.TimeAxis;
import ai.cryox.app.text.Units;
import ai.cryox.app.theme.Fonts;
import ai.cryox.app.theme.Palette;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// Mean power over time as bars, with the baseline as a line. What nobody said has no bar. FX
/// thread only.
final class EnergyChart {
  private static final double HEIGHT = 190;
  private static final double TOP = 22;
  private static final double BOTTOM = 22;
  private static final double LEFT = 64;

  private final Units units;
  private final ReadOnlyObjectProperty<Palette> palette;
  private final Drawing root = new Drawing(HEIGHT, this::draw);
  private double[] bars = new double[0];
  private double baseline = Double.NaN;
  private Instant from = Instant.EPOCH;
  private EnergyPeriod period = EnergyPeriod.DAY;

  EnergyChart(Units units, ReadOnlyObjectProperty<Palette> palette) {
    this.units = units;
    this.palette = palette;
    palette.addListener((_, _, _) -> root.redraw());
  }

  Node node() {
    return root;
  }

  /// Shows these bars, oldest first.
  ///
  /// @param watts NaN where nothing is known
  /// @param against NaN for none
  /// @param words said to those who cannot see it
  void show(double[] watts, double against, Instant begin, EnergyPeriod shown, String words) {
    bars = watts;
    baseline = against;
    from = begin;
    period = shown;
    root.setAccessibleText(words);
    root.redraw();
  }

  private double y(double watts, double top) {
    return Math.round(TOP + (HEIGHT - TOP - BOTTOM) * (1 - watts / top));
  }

  private void draw(GraphicsContext g) {
    double most = Double.isNaN(baseline) ? 1 : baseline;
    for (double bar : bars) {
      most = Double.isNaN(bar) ? most : Math.max(most, bar);
    }
    double top = most * 1.1;
    g.setFont(Fonts.regular(12));
    g.setTextBaseline(VPos.CENTER);
    double width = (root.getWidth() - LEFT) / Math.max(1, bars.length);
    double gap = width > 6 ? 2 : width > 3 ? 1 : 0;
    double floor = y(0, top);
    g.setFill(palette.get().line());
    g.fillRect(LEFT, floor, root.getWidth() - LEFT, 1);
    g.setFill(palette.get().pen());
    for (int i = 0; i < bars.length; i++) {
      if (!Double.isNaN(bars[i])) {
        double left = Math.round(LEFT + i * width);
        double right = Math.round(LEFT + (i + 1) * width);
        double up = y(bars[i], top);
        g.fillRect(left, up, Math.max(1, right - left - gap), Math.max(1, floor - up));
      }
    }
    values(g, most, top);
    times(g);
  }

  private void values(GraphicsContext g, double most, double top) {
    g.setTextAlign(TextAlignment.RIGHT);
    g.setFill(palette.get().muted());
    g.fillText(new EnergyWords(units).watts(most), LEFT - 8, y(most, top));
    g.fillText(new EnergyWords(units).watts(0), LEFT - 8, y(0, top));
    if (!Double.isNaN(baseline)) {
      double y = y(baseline, top) + 0.5;
      g.setStroke(palette.get().text());
      g.setLineWidth(1);
      g.setLineDashes(4, 3);
      g.strokeLine(LEFT, y, root.getWidth(), y);
      g.setLineDashes();
      String words =
          units.messages().text("energy.baselineLine", new EnergyWords(units).watts(baseline));
      Text measured = new Text(words);
      measured.setFont(g.getFont());
      double width = Math.ceil(measured.getLayoutBounds().getWidth());
      // Words over bars cannot be read.
      g.setFill(palette.get().tile());
      g.fillRect(root.getWidth() - width - 8, y - 17.5, width + 8, 16);
      g.setTextAlign(TextAlignment.RIGHT);
      g.setFill(palette.get().text());
      g.fillText(words, root.getWidth() - 4, y - 9);
    }
  }

  private void times(GraphicsContext g) {
    Instant until = from.plus(period.length());
    new TimeAxis(from, until, LEFT, root.getWidth())
        .draw(g, palette.get(), units, HEIGHT - BOTTOM, HEIGHT - 8);
  }
}
