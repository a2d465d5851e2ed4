package ai.cryox.app.device;

import ai.cryox.app.screen.SharpCanvas;
import ai.cryox.app.text.Units;
import ai.cryox.app.theme.Palette;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.classify.StorageProfiles;
import java.time.Instant;
import java.util.List;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

/// A trend on one canvas, drawn again only when a reading came, time moved by a pixel or somebody
/// moved the cursor. FX thread only.
final class TrendPane extends Pane {
  private static final double LINE_EVERY = 56;

  private final SharpCanvas canvas = new SharpCanvas();
  private final TrendPainter painter;
  private Palette palette;
  private Samples samples = new Samples();
  private StorageProfile limits = StorageProfiles.SEED_DEFAULT;
  private List<Alarm> alarms = List.of();
  private TrendRange range = TrendRange.DAY;
  private Instant now = Instant.EPOCH;
  private long gap = 90_000;
  private double cursor = -1;
  private long drawnUntil = -1;
  private String note = "";

  TrendPane(Units units, Palette palette) {
    this.palette = palette;
    this.painter = new TrendPainter(units);
    getChildren().add(canvas);
    setMinSize(200, 160);
    canvas.addEventHandler(MouseEvent.MOUSE_MOVED, event -> moveCursor(event.getX()));
    canvas.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> moveCursor(-1));
  }

  SharpCanvas canvas() {
    return canvas;
  }

  void palette(Palette colours) {
    palette = colours;
    draw();
  }

  /// Other data: drawn at once.
  ///
  /// @param shown readings; stay the caller's, who says {@link #refresh} after adding some
  /// @param marks alarms to mark, in any order
  /// @param sentence said in place of a trend without values
  void show(Samples shown, TrendRange back, List<Alarm> marks, String sentence) {
    samples = shown;
    range = back;
    alarms = marks;
    note = sentence;
    draw();
  }

  /// Lets time pass.
  ///
  /// @param changed whether there are new readings or other limits
  void refresh(Instant moment, StorageProfile profile, long gapMillis, boolean changed) {
    now = moment;
    limits = profile;
    gap = gapMillis;
    if (changed || until() != drawnUntil) {
      draw();
    }
  }

  void moveCursor(double x) {
    cursor = x;
    draw();
  }

  @Override
  protected void layoutChildren() {
    double width = Math.floor(getWidth());
    double height = Math.floor(getHeight());
    canvas.resizeRelocate(0, 0, width, height);
    if (canvas.fit()) {
      draw();
    }
  }

  private int columns() {
    return (int) (canvas.getWidth() - TrendPlot.LEFT - TrendPlot.RIGHT);
  }

  /// The right edge in whole columns, so that a peak does not flicker between two of them.
  private long until() {
    long column = Math.max(1, range.span().toMillis() / Math.max(1, columns()));
    return (now.toEpochMilli() / column + 1) * column;
  }

  private void draw() {
    int columns = columns();
    if (columns < 20 || canvas.getHeight() < 80) {
      return;
    }
    long until = until();
    long from = until - range.span().toMillis();
    drawnUntil = until;
    TrendColumns drawn = TrendColumns.of(samples, from, until, columns, gap);
    int lines = (int) (canvas.getHeight() / LINE_EVERY);
    TrendScale scale = TrendScale.of(drawn.low(), drawn.high(), limits, lines);
    painter.draw(
        canvas,
        palette,
        new TrendPicture(from, until, range, drawn, scale, limits, samples, gap),
        alarms,
        note);
    if (cursor >= 0) {
      painter.cursor(cursor);
    }
  }
}
