package ai.cryox.app.trends;

import ai.cryox.app.text.Units;
import ai.cryox.app.theme.Fonts;
import ai.cryox.app.theme.Palette;
import ai.cryox.app.theme.Shapes;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.reading.Occurrence;
import java.time.Duration;
import java.time.Instant;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Draws what happened: alarms above the curves, raised, acknowledged and returned; doors and
/// defrosting in two lanes below. FX thread only.
final class MarkPainter {
  /// Px that the two lanes take.
  static final double LANES = 24;

  private static final double LANE = 10;
  private static final double SIGN = 9;

  private final Units units;
  private final Font small = Fonts.regular(12);

  MarkPainter(Units units) {
    this.units = units;
  }

  /// The alarms of one device.
  void alarms(GraphicsContext g, Palette palette, Area area, Marks marks) {
    for (Alarm alarm : marks.alarms()) {
      alarm(g, palette, area, alarm);
    }
  }

  private static void alarm(GraphicsContext g, Palette palette, Area area, Alarm alarm) {
    double top = area.top() - SIGN - 3;
    Color colour = colour(palette, alarm);
    double raised = area.x(alarm.raisedAt().toEpochMilli());
    if (area.holds(raised)) {
      double x = Math.rint(raised);
      dotted(g, area, x, colour);
      sign(g, alarm, x - SIGN / 2, top, colour);
    }
    Instant acknowledged = alarm.acknowledgedAt();
    if (acknowledged != null && area.holds(area.x(acknowledged.toEpochMilli()))) {
      tick(g, Math.rint(area.x(acknowledged.toEpochMilli())), top, palette.text());
    }
    Instant returned = alarm.returnedAt();
    if (returned != null && area.holds(area.x(returned.toEpochMilli()))) {
      double x = Math.rint(area.x(returned.toEpochMilli()));
      dotted(g, area, x, palette.muted());
      g.setStroke(palette.muted());
      g.setLineWidth(1.5);
      g.strokeOval(x - SIGN / 2 + 1, top + 1, SIGN - 2, SIGN - 2);
    }
  }

  private static void sign(GraphicsContext g, Alarm alarm, double x, double top, Color colour) {
    if (alarm.worstSeverity() == Severity.CRITICAL) {
      Shapes.up(g, x, top, SIGN, colour);
    } else {
      Shapes.diamond(g, x, top, SIGN, colour);
    }
  }

  /// A tick: somebody saw it.
  private static void tick(GraphicsContext g, double x, double top, Color colour) {
    g.setStroke(colour);
    g.setLineWidth(1.5);
    g.strokePolyline(
        new double[] {x - 4, x - 1, x + 4}, new double[] {top + 5, top + 8, top + 1}, 3);
  }

  private static void dotted(GraphicsContext g, Area area, double x, Color colour) {
    g.setFill(colour);
    for (double y = area.top(); y < area.bottom(); y += 6) {
      g.fillRect(x, y, 1, 2);
    }
  }

  private static Color colour(Palette palette, Alarm alarm) {
    if (alarm.condition() == Condition.SILENT) {
      return palette.muted();
    }
    return alarm.worstSeverity() == Severity.CRITICAL ? palette.critical() : palette.warning();
  }

  /// The lanes of the chosen device.
  ///
  /// @param now what has not ended lasts until then
  void lanes(GraphicsContext g, Palette palette, Area area, @Nullable Marks marks, long now) {
    double top = area.bottom() + 24;
    lane(g, palette, area, top, Occurrence.Kind.DOOR_OPEN);
    lane(g, palette, area, top + LANE + 3, Occurrence.Kind.DEFROST);
    if (marks == null) {
      return;
    }
    for (Occurrence one : marks.occurrences()) {
      Instant end = one.until();
      boolean door = one.kind() == Occurrence.Kind.DOOR_OPEN;
      double left = Math.max(area.left(), area.x(one.from().toEpochMilli()));
      double right = Math.min(area.right(), area.x(end == null ? now : end.toEpochMilli()));
      if (right >= area.left() && left < area.right()) {
        double y = door ? top : top + LANE + 3;
        // Outlined or filled: told apart without colour, too.
        g.setFill(palette.muted());
        g.fillRect(left, y + 1, Math.max(2, right - left), LANE - 2);
        length(g, palette, one, left, right, y);
      }
    }
  }

  private void lane(
      GraphicsContext g, Palette palette, Area area, double top, Occurrence.Kind kind) {
    g.setFill(palette.line());
    g.fillRect(area.left(), top + LANE / 2, area.width(), 1);
    g.setFont(small);
    g.setFill(palette.muted());
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.RIGHT);
    g.fillText(units.messages().of("occurrence", kind), area.left() - 8, top + LANE / 2);
  }

  /// How long it lasted, where there is room for it.
  private void length(
      GraphicsContext g, Palette palette, Occurrence one, double left, double right, double top) {
    Instant end = one.until();
    if (end != null && right - left > 60) {
      g.setTextAlign(TextAlignment.CENTER);
      g.setFont(small);
      g.setFill(palette.tile());
      g.fillText(
          units.duration(Duration.between(one.from(), end)), (left + right) / 2, top + LANE / 2);
    }
  }
}
