package ai.cryox.app.trends;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.text.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/// The pens beside the picture: number, colour, name, the value under the cursor, lowest and
/// highest. FX thread only.
final class PenList {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final Units units;
  private final IntConsumer onChoose;
  private final VBox root = new VBox(4);
  private final List<Row> rows = new ArrayList<>();

  /// What a row says.
  ///
  /// @param name whose curve
  /// @param value under the cursor, or the newest
  /// @param range lowest and highest in the picture
  /// @param compared the same place some days earlier; empty if nothing is compared
  record Entry(Curve curve, String name, String value, String range, String compared) {}

  /// @param onChoose told the place of a pen that was chosen
  PenList(Units units, IntConsumer onChoose) {
    this.units = units;
    this.onChoose = onChoose;
    root.setId("pens");
  }

  VBox node() {
    return root;
  }

  /// Shows these and no others.
  void show(List<Entry> entries) {
    while (rows.size() > entries.size()) {
      root.getChildren().remove(rows.removeLast().button);
    }
    for (int i = 0; i < entries.size(); i++) {
      if (i == rows.size()) {
        Row row = new Row(i);
        rows.add(row);
        root.getChildren().add(row.button);
      }
      rows.get(i).show(entries.get(i));
    }
  }

  private final class Row {
    private final Button button = new Button();
    private final Label number = Nodes.label("", "bold");
    private final Rectangle line = new Rectangle(14, 3);
    private final Label name = Nodes.label("", "fact");
    private final Label value = Nodes.label("", "fact", "bold");
    private final Label what = Nodes.label("", "muted", "small");
    private final Label range = Nodes.label("", "muted", "small");
    private final Label compared = Nodes.label("", "muted", "small");

    Row(int index) {
      name.setMinWidth(0);
      HBox.setHgrow(name, Priority.ALWAYS);
      name.setMaxWidth(Double.MAX_VALUE);
      value.setMinWidth(Region.USE_PREF_SIZE);
      value.setId("pen-value-" + (index + 1));
      range.setMinWidth(Region.USE_PREF_SIZE);
      what.setMinWidth(0);
      VBox both =
          new VBox(
              2,
              Nodes.row(8, number, line, name, value),
              Nodes.row(8, what, Nodes.spacer(), range),
              compared);
      button.setGraphic(both);
      both.prefWidthProperty().bind(button.widthProperty().subtract(24));
      button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      button.setMaxWidth(Double.MAX_VALUE);
      button.getStyleClass().setAll("pen-row");
      button.setId("pen-" + (index + 1));
      button.setOnAction(_ -> onChoose.accept(index));
    }

    void show(Entry entry) {
      Curve curve = entry.curve();
      number.setText(String.valueOf(curve.number()));
      Color colour = curve.colour();
      if (!colour.equals(line.getFill())) {
        line.setFill(colour);
      }
      name.setText(entry.name());
      value.setText(entry.value());
      what.setText(QuantityWords.name(units, curve.pen().quantity()));
      range.setText(entry.range());
      compared.setText(entry.compared());
      compared.setVisible(!entry.compared().isEmpty());
      compared.setManaged(!entry.compared().isEmpty());
      button.pseudoClassStateChanged(CHOSEN, curve.chosen());
      button.setAccessibleText(
          entry.name() + ", " + what.getText() + ", " + entry.value() + ", " + entry.range());
    }
  }
}
