package ai.cryox.app.screen;

import ai.cryox.app.text.Units;
import ai.cryox.app.theme.Palette;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// The round times below a chart of bars. Pure but for drawing.
///
/// @param from the left edge
/// @param until the right edge, later
/// @param left px
/// @param right px
public record TimeAxis(Instant from, Instant until, double left, double right) {
  /// Px that one mark with its words takes.
  private static final int ROOM = 90;

  /// Half of the longest words, px.
  private static final int HALF = 22;

  private static final double MARK = 4;

  /// A round time.
  ///
  /// @param x px
  public record Mark(double x, String words) {}

  /// The marks that there is room for; words that an edge would cut are left out.
  public List<Mark> marks(Units units) {
    double width = right - left;
    TimeTicks ticks = TimeTicks.of(from, until, (int) (width / ROOM), units.zone());
    double span = until.toEpochMilli() - from.toEpochMilli();
    List<Mark> marks = new ArrayList<>();
    for (Instant moment : ticks.moments()) {
      double x = Math.rint(left + (moment.toEpochMilli() - from.toEpochMilli()) / span * width);
      boolean cut = x < left + HALF || x > right - HALF;
      marks.add(new Mark(x, cut ? "" : ticks.words(moment, units)));
    }
    return marks;
  }

  /// Draws them in the font that is set.
  ///
  /// @param top the line they hang from, px
  /// @param middle of the words, px
  public void draw(GraphicsContext g, Palette palette, Units units, double top, double middle) {
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    g.setFill(palette.muted());
    for (Mark mark : marks(units)) {
      g.fillRect(mark.x(), top, 1, MARK);
      g.fillText(mark.words(), mark.x(), middle);
    }
  }
}
