package ai.cryox.app.overview;

import ai.cryox.app.theme.Fonts;
import ai.cryox.app.theme.Palette;
import ai.cryox.app.theme.Shapes;
import ai.cryox.app.theme.Type;
import ai.cryox.core.alarm.Severity;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Draws one tile, strokes inside its box, so that drawing it again leaves nothing of the old one.
/// FX thread only.
final class TilePainter {
  private static final int PAD = 10;
  private static final int TAG_HEIGHT = 16;
  private static final int HATCH = 9;

  /// How much of the ground shines through where a thin frame turns.
  private static final double CORNER = 0.5;

  private final TextWidths names = new TextWidths(Fonts.regular(Type.SMALL.px()));
  private final TextWidths values = new TextWidths(Fonts.bold(Type.VALUE.px()));
  private final TextWidths bigNames = new TextWidths(Fonts.regular(Type.TITLE.px()));
  private final TextWidths bigValues = new TextWidths(Fonts.bold(Type.DISPLAY.px()));
  private final TextWidths compactValues = new TextWidths(Fonts.bold(Type.TITLE.px()));
  private final TextWidths denseValues = new TextWidths(Fonts.bold(Type.SMALL.px()));
  private final TextWidths tags = new TextWidths(Fonts.bold(Type.SMALL.px() - 1.5));
  private final TextWidths bigTags = new TextWidths(Fonts.bold(Type.BODY.px()));
  private final Look usual = new Look(names, values, tags, 19, 46, 56, 82);
  private final Look big = new Look(bigNames, bigValues, bigTags, 26, 68, 80, 120);
  private final Sparkline sparkline = new Sparkline();

  /// Draws a tile in the box.
  void draw(
      GraphicsContext g,
      TileFace face,
      Density density,
      Palette palette,
      double x,
      double y,
      double width,
      double height,
      boolean dim) {
    ground(g, face, palette, x, y, width, height);
    switch (density) {
      case BIG -> comfortable(g, big, face, palette, x, y, width, height);
      case COMFORTABLE -> comfortable(g, usual, face, palette, x, y, width, height);
      case COMPACT -> compact(g, face, palette, x, y, width, height);
      case DENSE -> dense(g, face, palette, x, y, width, height);
      case DOTS -> {
        DotPainter.draw(g, face, palette, x, y, width, height, dim);
        return;
      }
    }
    frame(g, face, density, palette, x, y, width, height, dim && face.unacknowledged());
  }

  private static void ground(
      GraphicsContext g,
      TileFace face,
      Palette palette,
      double x,
      double y,
      double width,
      double height) {
    g.setFill(groundOf(face, palette));
    g.fillRect(x, y, width, height);
    if (face.stale()) {
      hatch(g, palette.stale(), x, y, width, height);
    }
  }

  private static void hatch(
      GraphicsContext g, Color colour, double x, double y, double width, double height) {
    g.setStroke(colour);
    g.setLineWidth(1.5);
    for (double start = -height + HATCH; start < width; start += HATCH) {
      double fromX = Math.max(0, start);
      double fromY = fromX - start;
      double toX = Math.min(width, start + height);
      double toY = toX - start;
      g.strokeLine(x + fromX, y + height - fromY, x + toX, y + height - toY);
    }
  }

  /// Where things stand in a tile with everything on it.
  ///
  /// @param nameAt baseline of the name, px from the top
  /// @param valueAt baseline of the value
  /// @param tagAt upper edge of the tag
  /// @param overChart px that are not the sparkline's, which has the rest of the tile
  private record Look(
      TextWidths names,
      TextWidths values,
      TextWidths tags,
      int nameAt,
      int valueAt,
      int tagAt,
      int overChart) {}

  private void comfortable(
      GraphicsContext g,
      Look look,
      TileFace face,
      Palette palette,
      double x,
      double y,
      double width,
      double height) {
    double chart = height - look.overChart();
    if (face.live().newest() != null) {
      sparkline.draw(
          g,
          face.live(),
          x + 1,
          y + height - chart - 4,
          width - 2,
          chart,
          palette,
          face.stale() ? palette.faint() : colourOf(face, palette, palette.pen()),
          // Nothing covers the hatch: it is what says that the value is old.
          face.stale() ? Color.TRANSPARENT : bandOf(face, palette));
    }
    // Below the value: the name of what is in trouble must never be cut for saying that it is.
    tag(g, look.tags(), face, palette, x + PAD + tagWidth(look.tags(), face), y + look.tagAt());
    name(g, look.names(), face, palette, x, y + look.nameAt(), width - 2 * PAD);
    double after = value(g, face, look.values(), palette, x + PAD, y + look.valueAt());
    double unit = 0;
    if (face.live().newest() != null) {
      g.setFont(look.names().font());
      g.setFill(palette.muted());
      g.fillText(face.degrees(), after + 4, y + look.valueAt());
      unit = look.names().of(face.degrees());
    }
    double right = x + width - PAD;
    if (!drift(g, look.names(), face, palette, right, y + look.valueAt(), after + unit + 8)) {
      // In a narrow tile beside the tag, or in its place: a limit that is near must be said.
      double from = x + PAD + (tagText(face).isEmpty() ? 0 : tagWidth(look.tags(), face) + 8);
      hint(g, look.names(), face, palette, right, y + look.tagAt() + 12, from);
    }
  }

  private void compact(
      GraphicsContext g,
      TileFace face,
      Palette palette,
      double x,
      double y,
      double width,
      double height) {
    double right = x + width - 5;
    double baseline = y + height - 14;
    double after = value(g, face, compactValues, palette, x + PAD - 2, baseline);
    if (isNameInTheWay(face, width) && after + 6 + tagWidth(tags, face) <= right) {
      // Where it goes is said less than what it is called.
      tag(g, tags, face, palette, right, baseline - 13);
      name(g, names, face, palette, x - 2, y + 18, width - 2 * PAD + 4);
      return;
    }
    double tagLeft = tag(g, tags, face, palette, right, y + 5);
    name(g, names, face, palette, x - 2, y + 18, tagLeft - x - PAD - 2);
    drift(g, names, face, palette, x + width - 8, baseline, after + 4);
  }

  /// Whether a compact tile's tag would cut its name beside it.
  private boolean isNameInTheWay(TileFace face, double width) {
    return !tagText(face).isEmpty()
        && names.of(face.live().device().name()) + tagWidth(tags, face) > width - PAD - 9;
  }

  private void dense(
      GraphicsContext g,
      TileFace face,
      Palette palette,
      double x,
      double y,
      double width,
      double height) {
    double textWidth = denseValues.of(face.value());
    value(
        g, face, denseValues, palette, Math.rint(x + (width - textWidth) / 2), y + height / 2 + 4);
  }

  private static void name(
      GraphicsContext g,
      TextWidths names,
      TileFace face,
      Palette palette,
      double x,
      double baseline,
      double most) {
    g.setFont(names.font());
    g.setFill(palette.muted());
    g.fillText(names.fitName(face.live().device().name(), (int) most), x + PAD, baseline);
  }

  private static double value(
      GraphicsContext g,
      TileFace face,
      TextWidths widths,
      Palette palette,
      double x,
      double baseline) {
    g.setFont(widths.font());
    g.setFill(face.stale() ? palette.faint() : colourOf(face, palette, palette.text()));
    g.fillText(face.value(), x, baseline);
    return x + widths.of(face.value());
  }

  /// @return whether the hint had room beside the arrow
  private static boolean drift(
      GraphicsContext g,
      TextWidths names,
      TileFace face,
      Palette palette,
      double right,
      double baseline,
      double from) {
    Color colour = palette.muted();
    double arrow = right - 9;
    switch (face.drift()) {
      case UP -> Shapes.up(g, arrow, baseline - 9, 9, colour);
      case DOWN -> Shapes.down(g, arrow, baseline - 9, 9, colour);
      case LEVEL -> Shapes.level(g, arrow, baseline - 9, 9, colour);
      case UNKNOWN -> arrow = right;
    }
    return hint(g, names, face, palette, arrow - 5, baseline, from);
  }

  /// @return whether it had room, or there is none to say
  private static boolean hint(
      GraphicsContext g,
      TextWidths names,
      TileFace face,
      Palette palette,
      double right,
      double baseline,
      double from) {
    double left = right - names.of(face.hint());
    if (left < from) {
      return face.hint().isEmpty();
    }
    g.setFont(names.font());
    g.setFill(palette.muted());
    g.fillText(face.hint(), left, baseline);
    return true;
  }

  private static String tagText(TileFace face) {
    return face.ageTag().isEmpty() ? face.tag().text() : face.ageTag();
  }

  private static double tagWidth(TextWidths tags, TileFace face) {
    return tags.of(tagText(face)) + 10;
  }

  private static double tag(
      GraphicsContext g,
      TextWidths tags,
      TileFace face,
      Palette palette,
      double right,
      double top) {
    String text = tagText(face);
    if (text.isEmpty()) {
      return right;
    }
    double width = tagWidth(tags, face);
    double left = right - width;
    g.setFont(tags.font());
    if (!face.ageTag().isEmpty()) {
      g.setFill(palette.tile());
      g.fillRect(left, top, width, TAG_HEIGHT);
      dashedBox(g, palette.muted(), left, top, width);
      g.setFill(palette.muted());
    } else if (face.severity() == Severity.CRITICAL) {
      g.setFill(palette.critical());
      g.fillRoundRect(left, top, width, TAG_HEIGHT, 4, 4);
      g.setFill(palette.onCritical());
    } else {
      Color calm = face.tag().aside() ? palette.shelved() : palette.muted();
      Color colour = colourOf(face, palette, calm);
      g.setStroke(colour);
      g.setLineWidth(1);
      g.strokeRoundRect(left + 0.5, top + 0.5, width - 1, TAG_HEIGHT - 1, 4, 4);
      g.setFill(colour);
    }
    g.fillText(text, left + 5, top + 12);
    return left;
  }

  private static void dashedBox(
      GraphicsContext g, Color colour, double left, double top, double width) {
    g.setFill(colour);
    for (double dash = 0; dash < width; dash += 5) {
      double length = Math.min(3, width - dash);
      g.fillRect(left + dash, top, length, 1);
      g.fillRect(left + dash, top + TAG_HEIGHT - 1, length, 1);
    }
    for (double dash = 0; dash < TAG_HEIGHT; dash += 5) {
      double length = Math.min(3, TAG_HEIGHT - dash);
      g.fillRect(left, top + dash, 1, length);
      g.fillRect(left + width - 1, top + dash, 1, length);
    }
  }

  private static void frame(
      GraphicsContext g,
      TileFace face,
      Density density,
      Palette palette,
      double x,
      double y,
      double width,
      double height,
      boolean dim) {
    double stroke = 1;
    Color colour = face.unacknowledged() ? palette.muted() : palette.line();
    if (density == Density.DENSE && face.severity() == null) {
      hairline(
          g, dim ? colour.interpolate(palette.tile(), 0.65) : colour, palette, x, y, width, height);
      return;
    }
    if (face.severity() != null) {
      stroke = face.severity() == Severity.CRITICAL ? 3 : 2;
      colour = colourOf(face, palette, palette.line());
    }
    g.setStroke(dim ? colour.interpolate(groundOf(face, palette), 0.65) : colour);
    g.setLineWidth(stroke);
    double arc = density == Density.DENSE ? 2 : 6;
    g.strokeRoundRect(x + stroke / 2, y + stroke / 2, width - stroke, height - stroke, arc, arc);
    if (density == Density.DENSE && face.severity() == Severity.CRITICAL) {
      Shapes.up(g, x + width - 9, y + 2, 7, palette.critical());
    }
  }

  /// A thin frame with softened corners as bars: drawn a hundred times as fast as an outline, which
  /// counts where a thousand tiles have one.
  private static void hairline(
      GraphicsContext g,
      Color colour,
      Palette palette,
      double x,
      double y,
      double width,
      double height) {
    g.setFill(colour);
    g.fillRect(x + 1, y, width - 2, 1);
    g.fillRect(x + 1, y + height - 1, width - 2, 1);
    g.fillRect(x, y + 1, 1, height - 2);
    g.fillRect(x + width - 1, y + 1, 1, height - 2);
    g.setFill(colour.interpolate(palette.ground(), CORNER));
    g.fillRect(x, y, 1, 1);
    g.fillRect(x + width - 1, y, 1, 1);
    g.fillRect(x, y + height - 1, 1, 1);
    g.fillRect(x + width - 1, y + height - 1, 1, 1);
  }

  static Color groundOf(TileFace face, Palette palette) {
    if (face.severity() == null) {
      return palette.tile();
    }
    return face.severity() == Severity.CRITICAL
        ? palette.criticalGround()
        : palette.warningGround();
  }

  private static Color bandOf(TileFace face, Palette palette) {
    return face.severity() == null
        ? palette.band()
        : groundOf(face, palette).interpolate(palette.tile(), 0.45);
  }

  static Color colourOf(TileFace face, Palette palette, Color normal) {
    if (face.severity() == null) {
      return normal;
    }
    return face.severity() == Severity.CRITICAL ? palette.critical() : palette.warning();
  }
}
