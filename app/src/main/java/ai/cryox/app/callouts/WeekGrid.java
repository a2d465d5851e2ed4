package ai.cryox.app.callouts;

import ai.cryox.app.screen.Drawing;
import ai.cryox.app.text.Units;
import ai.cryox.app.theme.Fonts;
import ai.cryox.app.theme.Palette;
import ai.cryox.core.escalation.Roster;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;

/// Who is on call in each hour of a week, days from top to bottom; an hour without anybody is
/// hatched. FX thread only.
final class WeekGrid {
  private static final double ROW = 30;
  private static final double TOP = 18;
  private static final double LEFT = 40;
  private static final int HOURS = 24;
  private static final double HATCH = 6;

  private final Units units;
  private final ReadOnlyObjectProperty<Palette> palette;
  private final Function<String, String> name;
  private final Drawing root = new Drawing(TOP + 7 * ROW + 1, this::draw);
  private @Nullable Roster roster;
  private Instant now = Instant.EPOCH;

  /// @param name of a person's id
  WeekGrid(Units units, ReadOnlyObjectProperty<Palette> palette, Function<String, String> name) {
    this.units = units;
    this.palette = palette;
    this.name = name;
    palette.addListener((_, _, _) -> root.redraw());
  }

  Node node() {
    return root;
  }

  /// Shows the week that holds a moment.
  void show(Roster of, Instant at) {
    roster = of;
    now = at;
    List<String> holes = of.holes();
    root.setAccessibleText(
        holes.isEmpty()
            ? units.messages().text("roster.whole")
            : units.messages().text("roster.holes", String.join(", ", holes)));
    root.redraw();
  }

  private void draw(GraphicsContext g) {
    Roster drawn = roster;
    if (drawn == null) {
      return;
    }
    g.setFont(Fonts.regular(12));
    double width = (root.getWidth() - LEFT) / HOURS;
    g.setFill(palette.get().muted());
    for (int hour = 0; hour < HOURS; hour += 3) {
      g.fillText(String.valueOf(hour), LEFT + hour * width, 12);
    }
    LocalDate monday =
        now.atZone(drawn.zone())
            .toLocalDate()
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    for (int day = 0; day < 7; day++) {
      day(g, drawn, monday.plusDays(day), TOP + day * ROW, width);
    }
  }

  private void day(GraphicsContext g, Roster drawn, LocalDate date, double y, double width) {
    g.setFill(palette.get().muted());
    g.fillText(
        date.getDayOfWeek().getDisplayName(TextStyle.SHORT, units.messages().locale()), 2, y + 19);
    int from = 0;
    for (int hour = 1; hour <= HOURS; hour++) {
      if (hour == HOURS || !at(drawn, date, hour).equals(at(drawn, date, from))) {
        stretch(g, at(drawn, date, from), LEFT + from * width, y, (hour - from) * width);
        from = hour;
      }
    }
  }

  private static List<String> at(Roster drawn, LocalDate date, int hour) {
    ZonedDateTime half = date.atTime(hour % HOURS, 30).atZone(drawn.zone());
    return drawn.onCall(half.toInstant());
  }

  private void stretch(GraphicsContext g, List<String> people, double x, double y, double width) {
    double height = ROW - 4;
    if (people.isEmpty()) {
      hatch(g, x + 1, y, width - 2, height);
      return;
    }
    g.setFill(palette.get().band());
    g.fillRoundRect(x + 1, y, width - 2, height, 4, 4);
    g.setStroke(palette.get().line());
    g.strokeRoundRect(x + 1.5, y + 0.5, width - 3, height - 1, 4, 4);
    String names = people.stream().map(name).collect(Collectors.joining(", "));
    g.setFill(palette.get().text());
    g.fillText(names, x + 8, y + 18, Math.max(1, width - 14));
  }

  private void hatch(GraphicsContext g, double x, double y, double width, double height) {
    g.save();
    g.beginPath();
    g.rect(x, y, width, height);
    g.clip();
    g.setStroke(palette.get().muted());
    g.setLineWidth(1);
    for (double at = x - height; at < x + width; at += HATCH) {
      g.strokeLine(at, y + height, at + height, y);
    }
    g.restore();
    g.setStroke(palette.get().muted());
    g.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
  }
}
