package ai.cryox.app.device;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.WholeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A titled panel of facts, names at the left and values at the right; a value that stays is not
/// touched. FX thread only.
final class FactList {
  private static final PseudoClass HEAVY = PseudoClass.getPseudoClass("heavy");

  private final WholeText whole = new WholeText();
  private final VBox root = new VBox(6);
  private final GridPane grid = new GridPane(12, 6);
  private final List<Label> names = new ArrayList<>();
  private final List<Label> values = new ArrayList<>();

  /// One fact.
  ///
  /// @param heavy whether the eye shall find it
  record Fact(String name, String value, boolean heavy) {
    Fact(String name, String value) {
      this(name, value, false);
    }
  }

  FactList(String title) {
    root.getStyleClass().add("panel");
    root.setMinWidth(0);
    ColumnConstraints name = new ColumnConstraints();
    name.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints value = new ColumnConstraints();
    value.setHgrow(Priority.ALWAYS);
    value.setHalignment(HPos.RIGHT);
    value.setMinWidth(0);
    grid.getColumnConstraints().addAll(name, value);
    root.getChildren().addAll(Nodes.label(title, "panel-title"), grid);
  }

  VBox node() {
    return root;
  }

  /// Shows these and no others.
  void show(List<Fact> facts) {
    while (values.size() > facts.size()) {
      grid.getChildren().removeAll(names.removeLast(), values.removeLast());
    }
    for (int i = 0; i < facts.size(); i++) {
      if (i == values.size()) {
        addRow(i);
      }
      Fact fact = facts.get(i);
      set(names.get(i), fact.name());
      set(values.get(i), fact.value());
      values.get(i).pseudoClassStateChanged(HEAVY, fact.heavy());
    }
  }

  private void addRow(int row) {
    Label name = Nodes.label("", "muted", "fact");
    Label value = Nodes.label("", "fact");
    value.setTextOverrun(OverrunStyle.ELLIPSIS);
    whole.of(value);
    names.add(name);
    values.add(value);
    grid.add(name, 0, row);
    grid.add(value, 1, row);
  }

  private static void set(Label label, String text) {
    if (!Objects.equals(label.getText(), text)) {
      label.setText(text);
    }
  }
}
