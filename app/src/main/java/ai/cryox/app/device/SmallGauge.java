package ai.cryox.app.device;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.theme.Palette;
import eu.hansolo.tilesfx.Tile;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

/// One value beside the temperature as a small arc: a TilesFX gauge under our own number. Not there
/// while the device says no such value. FX thread only.
final class SmallGauge {
  private static final double SIZE = 118;
  private static final double HEIGHT = 76;

  private final Tile tile = new Tile(Tile.SkinType.BAR_GAUGE);
  private final Label value = Nodes.label("", "fact", "bold");
  private final Label name;
  private final StackPane root;
  private Palette palette;
  private boolean faint;

  /// @param least at the arc's left end
  /// @param most at its right end
  SmallGauge(String id, String title, Palette palette, double least, double most) {
    this.palette = palette;
    name = Nodes.label(title, "muted", "small");
    tile.setAnimated(false);
    tile.setAutoScale(false);
    tile.setShadowsEnabled(false);
    tile.setRoundedCorners(false);
    tile.setValueVisible(false);
    tile.setTextVisible(false);
    tile.setTitle("");
    tile.setUnit("");
    tile.setBorderWidth(0);
    tile.setMouseTransparent(true);
    tile.setMinValue(least);
    tile.setMaxValue(most);
    tile.setPrefSize(SIZE, SIZE - 16);
    tile.setMinSize(SIZE, SIZE - 16);
    tile.setMaxSize(SIZE, SIZE - 16);
    value.setId(id);
    VBox words = new VBox(0, value, name);
    words.setAlignment(Pos.BOTTOM_CENTER);
    root = new StackPane(tile, words);
    // The gauge keeps its upper half empty.
    root.setMinSize(SIZE, HEIGHT);
    root.setPrefSize(SIZE, HEIGHT);
    root.setMaxSize(SIZE, HEIGHT);
    root.setAlignment(Pos.BOTTOM_CENTER);
    root.setVisible(false);
    root.managedProperty().bind(root.visibleProperty());
    paint();
  }

  StackPane node() {
    return root;
  }

  void palette(Palette colours) {
    palette = colours;
    paint();
  }

  /// Shows a value, or takes the gauge away.
  ///
  /// @param number NaN for none
  /// @param words with its unit
  /// @param stale whether it must not look live
  void show(double number, String words, boolean stale) {
    boolean there = Double.isFinite(number);
    root.setVisible(there);
    if (!there) {
      return;
    }
    if (!words.equals(value.getText())) {
      value.setText(words);
      root.setAccessibleText(name.getText() + " " + words);
    }
    double arc = Math.max(tile.getMinValue(), Math.min(tile.getMaxValue(), number));
    if (tile.getValue() != arc) {
      tile.setValue(arc);
    }
    if (stale != faint) {
      faint = stale;
      paint();
    }
  }

  private void paint() {
    tile.setBackgroundColor(Color.TRANSPARENT);
    tile.setForegroundColor(Color.TRANSPARENT);
    tile.setTitleColor(Color.TRANSPARENT);
    tile.setTextColor(Color.TRANSPARENT);
    tile.setBarBackgroundColor(palette.line());
    tile.setThresholdVisible(false);
    tile.setBarColor(faint ? palette.faint() : palette.pen());
  }
}
