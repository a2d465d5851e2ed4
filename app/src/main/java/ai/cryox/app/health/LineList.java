package ai.cryox.app.health;

import ai.cryox.app.screen.Nodes;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Names at the left, what belongs to them at the right. FX thread only.
final class LineList {
  private final VBox root = new VBox(7);
  private final String nothing;

  /// @param nothing said where there are no lines
  LineList(String nothing) {
    this.nothing = nothing;
    show(List.of());
  }

  Node node() {
    return root;
  }

  void show(List<HealthWords.Line> lines) {
    root.getChildren().setAll(lines.stream().map(LineList::line).toList());
    if (lines.isEmpty()) {
      root.getChildren().add(Nodes.label(nothing, "muted"));
    }
  }

  private static HBox line(HealthWords.Line line) {
    Label name = Nodes.label(line.name());
    name.setMinWidth(0);
    Label value = Nodes.label(line.value(), "muted");
    value.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = Nodes.row(12, name, Nodes.spacer(), value);
    row.setAccessibleText(line.name() + ": " + line.value());
    return row;
  }
}
