package ai.cryox.app.health;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.text.Messages;
import ai.cryox.core.health.AlarmHealth;
import ai.cryox.core.health.Figure;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The figures, each with its goal and the verdict in a word. The colours of alarms are kept for
/// alarms: a bad verdict is heavy and framed. FX thread only.
final class FigureTable {
  private final HealthWords words;

  /// What a figure is called takes at least so much, px; it goes on in the next line.
  private static final double LEAST_NAME = 150;

  private final GridPane grid = new GridPane(16, 12);

  FigureTable(HealthWords words) {
    this.words = words;
    grid.setId("figures");
    column(Priority.ALWAYS, HPos.LEFT);
    column(Priority.NEVER, HPos.RIGHT);
    column(Priority.NEVER, HPos.LEFT);
    column(Priority.NEVER, HPos.RIGHT);
  }

  private void column(Priority grow, HPos side) {
    ColumnConstraints column = new ColumnConstraints();
    column.setHgrow(grow);
    column.setHalignment(side);
    column.setMinWidth(grow == Priority.ALWAYS ? LEAST_NAME : Region.USE_PREF_SIZE);
    grid.getColumnConstraints().add(column);
  }

  Node node() {
    return grid;
  }

  void show(AlarmHealth health) {
    grid.getChildren().clear();
    Messages messages = words.units().messages();
    int row = 0;
    for (Figure figure : health.figures()) {
      String verdict = figure.verdict().name().toLowerCase(Locale.ROOT);
      Label name = Nodes.label(messages.of("measure", figure.measure()));
      name.setWrapText(true);
      Label value = Nodes.label(words.value(figure), "box-value");
      Label tag =
          Nodes.label(messages.of("verdict", figure.verdict()), "verdict", "verdict-" + verdict);
      tag.setAccessibleText(name.getText() + ": " + value.getText() + ", " + tag.getText());
      grid.addRow(row++, name, value, Nodes.label(words.goal(figure), "muted"), tag);
    }
  }
}
