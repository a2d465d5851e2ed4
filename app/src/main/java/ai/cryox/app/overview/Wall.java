package ai.cryox.app.overview;

import ai.cryox.app.theme.Fonts;
import ai.cryox.app.theme.Palette;
import java.util.BitSet;
import javafx.animation.AnimationTimer;
import javafx.geometry.Orientation;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Pane;

/// The canvas behind the overview: as large as its viewport, whatever the number of devices; draws
/// tiles that are visible and changed, nothing else. When many change at once they are drawn a few
/// a frame, from the top down, so that no frame takes long. FX thread only.
final class Wall extends Pane {
  private static final int EDGE = 4;
  private static final int RING = 3;

  /// So many tiles are drawn in one frame without a thought.
  private static final int AT_ONCE = 24;

  /// More are spread over so many frames, a little less than there are between two beats.
  private static final int FRAMES = 7;

  private final OverviewModel model;
  private final StripedCanvas canvas = new StripedCanvas();
  private final ScrollBar bar = new ScrollBar();
  private final Runnable onDraw;
  private final AnimationTimer spread =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          drawSome();
        }
      };
  private final TilePainter painter = new TilePainter();
  private final TextWidths titles = new TextWidths(Fonts.bold(14));
  private final TextWidths details = new TextWidths(Fonts.regular(12));
  private final TextWidths denseTitles = new TextWidths(Fonts.bold(12));
  private Palette palette;
  private Density density = Density.COMFORTABLE;
  private double stretch;
  private TileLayout layout;
  private boolean everything = true;
  private boolean forgotten;
  private int share = AT_ONCE;
  private int next;

  /// @param onDraw told of each frame in which something is drawn
  Wall(OverviewModel model, Palette palette, Runnable onDraw) {
    this.model = model;
    this.onDraw = onDraw;
    this.palette = palette;
    this.layout = new TileLayout(0, model.groups(), density, 1);
    bar.setOrientation(Orientation.VERTICAL);
    bar.valueProperty().addListener((_, _, _) -> drawAll());
    canvas.setOnScroll(event -> scrollBy(-event.getDeltaY() * 1.5));
    canvas.setFocusTraversable(true);
    canvas.focusedProperty().addListener((_, _, _) -> drawAll());
    getChildren().addAll(canvas, bar);
    setMinSize(0, 0);
  }

  StripedCanvas canvas() {
    return canvas;
  }

  TileLayout tiles() {
    return layout;
  }

  void palette(Palette colours) {
    palette = colours;
    drawAll();
  }

  Density density() {
    return density;
  }

  void density(Density wanted) {
    density(wanted, 0);
  }

  /// @param stretched how many times as high as usual tiles are; 0 leaves them as on a desk
  void density(Density wanted, double stretched) {
    density = wanted;
    stretch = stretched;
    arrange();
  }

  @Override
  protected void layoutChildren() {
    double width = Math.floor(getWidth());
    double height = Math.floor(getHeight());
    boolean moved = canvas.getWidth() != width || canvas.getHeight() != height;
    canvas.resizeRelocate(0, 0, width, height);
    if (canvas.fit() || moved) {
      arrange();
    }
    double barWidth = 12;
    bar.resizeRelocate(width - barWidth, 0, barWidth, height);
  }

  /// Draws what changed since the last call, in this frame and the next ones.
  void refresh() {
    if (model.takeRestructured() || forgotten) {
      forgotten = false;
      arrange();
    } else if (everything) {
      drawAll();
    } else {
      int changed = model.dirty().cardinality();
      share = changed <= AT_ONCE ? AT_ONCE : (changed + FRAMES - 1) / FRAMES;
      drawSome();
    }
  }

  /// Lays out and draws everything at the next call: others used up the marks meanwhile.
  void forget() {
    forgotten = true;
  }

  private void arrange() {
    int width = (int) canvas.getWidth() - 2 * EDGE - 12;
    if (width <= 0) {
      return;
    }
    layout = new TileLayout(model.size(), model.groups(), density, width, stretch);
    double hidden = Math.max(0, layout.height() + 2 * EDGE - canvas.getHeight());
    bar.setVisible(hidden > 0);
    bar.setMax(hidden);
    bar.setVisibleAmount(
        hidden == 0 ? 0 : hidden * canvas.getHeight() / (layout.height() + 2.0 * EDGE));
    bar.setBlockIncrement(canvas.getHeight() * 0.9);
    bar.setUnitIncrement(40);
    bar.setValue(Math.min(bar.getValue(), hidden));
    drawAll();
  }

  /// How high the whole wall would be in so much room a tile, px.
  ///
  /// @param wide px that it would have
  /// @param stretched how many times as high as usual tiles would be
  double heightWith(Density wanted, double wide, double stretched) {
    int width = (int) wide - 2 * EDGE - 12;
    return width <= 0
        ? 0
        : new TileLayout(model.size(), model.groups(), wanted, width, stretched).height()
            + 2.0 * EDGE;
  }

  private double offset() {
    return EDGE - Math.rint(bar.getValue());
  }

  void scrollBy(double pixels) {
    bar.setValue(Math.max(0, Math.min(bar.getMax(), bar.getValue() + pixels)));
  }

  /// Scrolls so that the tile is wholly visible.
  void reveal(int tile) {
    double top = layout.top(tile) - TileLayout.HEADER;
    double bottom = layout.top(tile) + layout.tileHeight() + 2.0 * EDGE;
    if (top < bar.getValue()) {
      bar.setValue(Math.max(0, top));
    } else if (bottom > bar.getValue() + canvas.getHeight()) {
      bar.setValue(Math.min(bar.getMax(), bottom - canvas.getHeight()));
    }
  }

  /// The tile at a point of the canvas, or -1.
  int tileAt(double x, double y) {
    return layout.tileAt(x - EDGE, y - offset());
  }

  /// Tiles that fit one below the other.
  int rowsVisible() {
    return Math.max(1, (int) canvas.getHeight() / (layout.tileHeight() + density.gap()) - 1);
  }

  private void drawAll() {
    spread.stop();
    canvas.draw(
        0,
        canvas.getHeight(),
        g -> {
          g.setFill(palette.ground());
          g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        });
    // A focus that goes may ask before the layout knows of new groups.
    int groups = Math.min(model.groups().size(), layout.groups());
    for (int group = 0; group < groups; group++) {
      header(group);
    }
    for (int tile = 0; tile < layout.size(); tile++) {
      tile(tile);
    }
    model.dirty().clear();
    everything = false;
    onDraw.run();
  }

  /// As many of the changed tiles as one frame has time for, on from where the last one ended.
  private void drawSome() {
    BitSet dirty = model.dirty();
    int drawn = 0;
    int tile = dirty.nextSetBit(next);
    while (drawn < share && !dirty.isEmpty()) {
      if (tile < 0) {
        tile = dirty.nextSetBit(0);
      }
      dirty.clear(tile);
      if (tile < layout.size() && tile(tile)) {
        drawn++;
      }
      next = tile + 1;
      tile = dirty.nextSetBit(next);
    }
    if (drawn > 0) {
      onDraw.run();
    }
    if (dirty.isEmpty() || getScene() == null) {
      spread.stop();
    } else {
      spread.start();
    }
  }

  private boolean isVisible(double top, double height) {
    return top + height >= 0 && top <= canvas.getHeight();
  }

  private void header(int index) {
    double y = offset() + layout.headerTop(index);
    if (isVisible(y, TileLayout.HEADER)) {
      canvas.draw(y, y + TileLayout.HEADER, g -> header(g, index, y));
    }
  }

  private void header(GraphicsContext g, int index, double y) {
    TileGroup group = model.groups().get(index);
    double x = EDGE + layout.headerLeft(index);
    g.setFill(palette.text());
    if (density.isFlowing()) {
      g.setFont(denseTitles.font());
      g.fillText(
          denseTitles.fit(group.title(), layout.headerWidth(index) - 8),
          x + 2,
          y + layout.tileHeight() / 2.0 + 4);
      return;
    }
    g.setFont(titles.font());
    int room = layout.headerWidth(index) - 8;
    String title = titles.fit(group.title(), room);
    g.fillText(title, x, y + 20);
    int rest = room - (int) titles.of(title) - 12;
    g.setFont(details.font());
    g.setFill(palette.muted());
    // A range that is cut says something else; so a shorter sentence rather than half of one.
    group.details().stream()
        .filter(detail -> details.of(detail) <= rest)
        .findFirst()
        .ifPresent(detail -> g.fillText(detail, x + titles.of(title) + 12, y + 20));
  }

  /// @return whether it is in sight and was drawn
  private boolean tile(int index) {
    double y = offset() + layout.top(index);
    double height = layout.tileHeight();
    if (!isVisible(y - RING, height + 2 * RING)) {
      return false;
    }
    int ring = density.isFlowing() ? 1 : RING;
    canvas.draw(y - ring, y + height + ring, g -> tile(g, index, y, ring));
    return true;
  }

  private void tile(GraphicsContext g, int index, double y, int ring) {
    double x = EDGE + layout.left(index);
    double width = layout.tileWidth();
    double height = layout.tileHeight();
    g.setFill(palette.ground());
    g.fillRect(x - ring, y - ring, width + 2 * ring, height + 2 * ring);
    painter.draw(g, model.face(index), density, palette, x, y, width, height, model.isFlashDim());
    if (index == model.selected()) {
      g.setStroke(canvas.isFocused() ? palette.accent() : palette.muted());
      g.setLineWidth(density.isFlowing() ? 1 : 2);
      double out = density.isFlowing() ? 0.5 : 2;
      g.strokeRoundRect(x - out, y - out, width + 2 * out, height + 2 * out, 6, 6);
    }
  }
}
