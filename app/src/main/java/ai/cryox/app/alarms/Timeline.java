package ai.cryox.app.alarms;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.text.Units;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What happened to an alarm and whom it reached, one line each, oldest first. FX thread only.
final class Timeline {
  private final Units units;
  private final VBox root = new VBox(6);
  private List<Line> shown = List.of();

  /// One line.
  ///
  /// @param at the backend's clock
  /// @param style class of the words: `plain`, `muted`, `trouble-line` or `next`
  record Line(Instant at, String words, String style) {}

  Timeline(Units units) {
    this.units = units;
    root.setId("timeline");
  }

  Node node() {
    return root;
  }

  /// Shows these lines; the same ones again cost nothing.
  void show(List<Line> lines, Instant now) {
    if (lines.equals(shown)) {
      return;
    }
    shown = lines;
    root.getChildren().setAll(lines.stream().map(line -> node(line, now)).toList());
  }

  private HBox node(Line line, Instant now) {
    Label time = Nodes.label(units.timeSince(line.at(), now), "muted", "fact");
    time.setMinWidth(Region.USE_PREF_SIZE);
    Label words = Nodes.label(line.words(), "fact", line.style());
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(10, time, words);
    row.setAccessibleText(time.getText() + " " + words.getText());
    return row;
  }
}
