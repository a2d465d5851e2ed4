package ai.cryox.app.screen;

import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Questions in a column at the left, and what answers them beside. FX thread only.
public final class Form {
  private static final double NAMES = 190;

  private final VBox root = new VBox(10);
  private @Nullable GridPane grid;
  private int rows;

  /// Adds a question.
  public Form add(String name, Node answer) {
    GridPane into = grid == null ? newGrid() : grid;
    grid = into;
    Label label = Nodes.label(name, "muted");
    label.setWrapText(true);
    label.setLabelFor(answer);
    if (answer instanceof ComboBoxBase<?>
        || answer instanceof ChoiceBox<?>
        || answer instanceof MenuButton) {
      // As wide as the fields above and below, whatever is chosen.
      ((Control) answer).setMaxWidth(Double.MAX_VALUE);
    }
    into.addRow(rows++, label, answer);
    return this;
  }

  private GridPane newGrid() {
    GridPane made = new GridPane(16, 10);
    ColumnConstraints names = new ColumnConstraints(NAMES);
    ColumnConstraints answers = new ColumnConstraints();
    answers.setHgrow(Priority.ALWAYS);
    made.getColumnConstraints().addAll(names, answers);
    rows = 0;
    root.getChildren().add(made);
    return made;
  }

  /// Adds something over the whole width.
  public Form wide(Node node) {
    grid = null;
    root.getChildren().add(node);
    return this;
  }

  /// Adds a heading.
  public Form heading(String title) {
    return wide(Nodes.label(title, "panel-title"));
  }

  /// The node to show.
  public Node node() {
    return root;
  }
}
