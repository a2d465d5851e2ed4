package ai.cryox.app.device;

import ai.cryox.app.screen.AlarmWords;
import ai.cryox.app.text.Units;
import ai.cryox.app.theme.Fonts;
import ai.cryox.app.theme.Palette;
import ai.cryox.app.theme.Shapes;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// Draws when alarms were raised: a sign above the curve, and the name where there is room. FX
/// thread only.
final class TrendMarks {
  private static final double TOP = TrendPlot.TOP;
  private static final double SIGN = 9;

  private final Units units;
  private final AlarmWords words;
  private final Font bold = Fonts.bold(12);
  private final Text probe = new Text();

  TrendMarks(Units units) {
    this.units = units;
    this.words = new AlarmWords(units);
    probe.setFont(bold);
  }

  void draw(TrendPlot d, List<Alarm> alarms) {
    TrendPicture p = d.picture();
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

  private static void mark(TrendPlot d, Alarm alarm, double x) {
    Color colour = colour(d.palette(), alarm);
    d.g().setFill(colour);
    for (double y = TOP; y < d.bottom(); y += 6) {
      d.g().fillRect(x, y, 1, 2);
    }
    // The signs of the trends, where a circle is a return.
    if (alarm.worstSeverity() == Severity.CRITICAL) {
      Shapes.up(d.g(), x - SIGN / 2 + 0.5, TOP - SIGN - 2, SIGN, colour);
    } else {
      Shapes.diamond(d.g(), x - SIGN / 2 + 0.5, TOP - SIGN - 2, SIGN, colour);
    }
  }

  /// Names an alarm that is still present, where there is room; past ones keep only their sign.
  private void label(TrendPlot d, Alarm alarm, double x, MarkLine line) {
    if (!alarm.state().isAbnormal()) {
      return;
    }
    String text = words.condition(alarm) + " " + units.shortTime(alarm.raisedAt());
    probe.setText(text);
    double width = Math.ceil(probe.getLayoutBounds().getWidth());
    double at = line.place(x - 9, x + 10, width, x > TrendPlot.LEFT + d.width() / 2);
    if (Double.isNaN(at)) {
      return;
    }
    d.g().setFont(bold);
    d.g().setFill(colour(d.palette(), alarm));
    d.g().setTextAlign(TextAlignment.LEFT);
    d.g().fillText(text, at, TOP - SIGN / 2 - 2);
  }

  private static Color colour(Palette palette, Alarm alarm) {
    if (alarm.condition() == Condition.SILENT) {
      return palette.muted();
    }
    return alarm.worstSeverity() == Severity.CRITICAL ? palette.critical() : palette.warning();
  }
}
