package ai.cryox.app.help;

import ai.cryox.app.screen.Nodes;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Keys and what they do, a line each: `F2 – overview`. FX thread only.
final class KeyList {
  private static final String BETWEEN = " – ";
  private static final double KEYS_WIDTH = 150;

  private KeyList() {}

  /// The lines as a table: keys as they are printed on keyboards, then words.
  static Node of(String lines) {
    GridPane grid = new GridPane(12, 8);
    ColumnConstraints keys = new ColumnConstraints(KEYS_WIDTH);
    ColumnConstraints words = new ColumnConstraints();
    words.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(List.of(keys, words));
    lines.lines().forEach(line -> add(grid, line));
    return grid;
  }

  private static void add(GridPane grid, String line) {
    int between = line.indexOf(BETWEEN);
    String key = between < 0 ? "" : line.substring(0, between);
    Label does = Nodes.label(between < 0 ? line : line.substring(between + BETWEEN.length()));
    does.setWrapText(true);
    does.setMinHeight(Region.USE_PREF_SIZE);
    Label cap = Nodes.keyCap(key);
    cap.setVisible(!key.isEmpty());
    grid.addRow(grid.getRowCount(), cap, does);
  }
}
