package ai.cryox.app.device;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.StateTag;
import ai.cryox.app.text.Units;
import ai.cryox.app.theme.Palette;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.classify.Limit;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.live.DeviceLive;
import eu.hansolo.tilesfx.Tile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// The temperature now as an arc over its limits. The arc is a TilesFX gauge; the number on it is
/// ours, because the gauge writes no true minus and cannot look stale. Touched at most once a beat
/// and only by what changed. FX thread only.
final class TemperatureGauge {
  private static final double WIDTH = 232;
  private static final double HEIGHT = 200;
  private static final double ARC_END = 66;
  private static final double LEAST_ROOM = 2;

  private final Units units;
  private final Tile tile = new Tile(Tile.SkinType.BAR_GAUGE);
  private final Label value = Nodes.label("", "gauge-value");
  private final Label limit = Nodes.label("", "muted");
  private final Label hint = Nodes.label("", "muted");
  private final Label least = Nodes.label("", "muted", "small");
  private final Label most = Nodes.label("", "muted", "small");
  private final StackPane root;
  private Palette palette;
  private @Nullable StorageProfile shownLimits;
  private @Nullable Severity severity;
  private boolean stale = true;

  TemperatureGauge(Units units, Palette palette) {
    this.units = units;
    this.palette = palette;
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
    tile.setPrefSize(WIDTH, HEIGHT);
    tile.setMaxSize(WIDTH, HEIGHT);
    tile.setMinSize(WIDTH, HEIGHT);
    VBox words = new VBox(value, limit);
    words.setAlignment(Pos.TOP_CENTER);
    hint.setTranslateY(-34);
    least.setTranslateX(-ARC_END);
    most.setTranslateX(ARC_END);
    root = new StackPane(tile, words, hint, least, most);
    root.setMinHeight(HEIGHT);
    root.setMaxHeight(HEIGHT);
    for (Label below : List.of(hint, least, most)) {
      StackPane.setAlignment(below, Pos.BOTTOM_CENTER);
    }
    tile.skinProperty().addListener((_, _, _) -> silence(tile));
    paint();
  }

  /// The gauge writes its own numbers, one of them turned and cut: ours stand around it.
  private static void silence(Parent part) {
    for (Node each : part.getChildrenUnmodifiable()) {
      if (each instanceof Text text) {
        text.setOpacity(0);
      } else if (each instanceof Parent parent) {
        silence(parent);
      }
    }
  }

  StackPane node() {
    return root;
  }

  void palette(Palette colours) {
    palette = colours;
    paint();
  }

  void show(DeviceLive live, Instant now) {
    scale(live.limits());
    var newest = live.newest();
    double celsius = newest == null ? Double.NaN : newest.reading().temperature();
    boolean isStale = live.isStale(now);
    set(value, units.bareTemperature(celsius));
    set(hint, hint(live, isStale, now));
    double arc = Double.isNaN(celsius) ? tile.getMinValue() : clamp(celsius);
    if (tile.getValue() != arc) {
      tile.setValue(arc);
    }
    Severity worst = StateTag.severity(live);
    if (isStale != stale || worst != severity) {
      stale = isStale;
      severity = worst;
      paint();
    }
  }

  private String hint(DeviceLive live, boolean isStale, Instant now) {
    Duration age = live.age(now);
    if (age == null) {
      return units.messages().text("tile.noData");
    }
    if (isStale) {
      return units.messages().text("tile.old", units.age(age));
    }
    double slope = live.trace().slopePerMinute();
    return Double.isNaN(slope) ? "" : units.slope(slope);
  }

  private double clamp(double celsius) {
    return Math.max(tile.getMinValue(), Math.min(tile.getMaxValue(), celsius));
  }

  private void scale(StorageProfile limits) {
    if (limits.equals(shownLimits)) {
      return;
    }
    shownLimits = limits;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Limit each : limits.limits().values()) {
      low = Math.min(low, each.value());
      high = Math.max(high, each.value());
    }
    if (low > high) {
      low = -10;
      high = 10;
    }
    double room = Math.max(LEAST_ROOM, (high - low) / 3);
    // A profile with limits on one side only still has room for its usual temperatures.
    double below = Double.isInfinite(limits.bottom()) ? room * 4 : room;
    double above = Double.isInfinite(limits.top()) ? room * 4 : room;
    double from = Math.floor(low - below);
    double until = Math.ceil(high + above);
    tile.setMinValue(Math.min(tile.getMinValue(), from));
    tile.setMaxValue(until);
    tile.setMinValue(from);
    boolean hasTop = Double.isFinite(limits.top());
    tile.setThresholdVisible(hasTop);
    tile.setThreshold(hasTop ? limits.top() : until);
    least.setText(units.bareTemperature(from));
    most.setText(units.bareTemperature(until));
    limit.setText(limitWords(limits));
    tile.setAccessibleText(limits.name());
  }

  private String limitWords(StorageProfile limits) {
    if (Double.isInfinite(limits.bottom()) && Double.isInfinite(limits.top())) {
      return units.degrees().sign();
    }
    if (Double.isInfinite(limits.bottom())) {
      return units
          .messages()
          .text("device.limitTop", units.bareTemperature(limits.top()), units.degrees().sign());
    }
    if (Double.isInfinite(limits.top())) {
      return units
          .messages()
          .text(
              "device.limitBottom", units.bareTemperature(limits.bottom()), units.degrees().sign());
    }
    return units
        .messages()
        .text(
            "device.limitBoth",
            units.bareTemperature(limits.bottom()),
            units.bareTemperature(limits.top()),
            units.degrees().sign());
  }

  private void paint() {
    Color state =
        severity == null
            ? palette.pen()
            : severity == Severity.CRITICAL ? palette.critical() : palette.warning();
    Color shown = stale ? palette.faint() : state;
    tile.setBackgroundColor(palette.tile());
    tile.setBarBackgroundColor(palette.line());
    tile.setThresholdColor(palette.text());
    tile.setBarColor(shown);
    String look =
        stale
            ? "faint"
            : severity == null
                ? "calm-value"
                : severity == Severity.CRITICAL ? "critical" : "warning";
    value.getStyleClass().setAll("label", "gauge-value", look);
    hint.getStyleClass().setAll("label", stale ? "age-tag" : "muted");
  }

  private static void set(Label label, String text) {
    if (!label.getText().equals(text)) {
      label.setText(text);
    }
  }
}
