package ai.cryox.app.alarms;

import ai.cryox.app.screen.AlarmWords;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// The numbers of one alarm as a grid of small boxes. FX thread only.
final class AlarmFacts {
  private static final int COLUMNS = 3;

  private final Messages messages;
  private final AlarmWords words;
  private final GridPane grid = new GridPane(8, 8);
  private final List<Label> values = new ArrayList<>();
  private final List<VBox> boxes = new ArrayList<>();

  AlarmFacts(AlarmWords words) {
    this.words = words;
    this.messages = words.units().messages();
    for (int i = 0; i < COLUMNS; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / COLUMNS);
      grid.getColumnConstraints().add(column);
    }
    for (String name : List.of("now", "limit", "peak", "lasting", "worst", "occurrences")) {
      box(messages.text("detail." + name));
    }
  }

  private void box(String name) {
    Label value = Nodes.label("", "box-value");
    VBox box = new VBox(2, Nodes.label(name, "box-name"), value);
    box.getStyleClass().add("fact-box");
    grid.add(box, values.size() % COLUMNS, values.size() / COLUMNS);
    values.add(value);
    boxes.add(box);
  }

  Node node() {
    return grid;
  }

  /// Takes in what is known now.
  void show(AlarmRow.Facts facts, Instant now) {
    var alarm = facts.alarm();
    List<String> texts =
        List.of(
            words.measured(alarm.condition(), facts.value()),
            words.measured(alarm.condition(), alarm.limit()),
            words.measured(alarm.condition(), alarm.peak()),
            words.units().duration(words.lasting(alarm, now)),
            messages.of("severity", alarm.worstSeverity()),
            words.units().count(alarm.occurrences()));
    for (int i = 0; i < texts.size(); i++) {
      if (!texts.get(i).equals(values.get(i).getText())) {
        values.get(i).setText(texts.get(i));
      }
    }
    arrange(texts);
  }

  /// What has no value of its own leaves its place to the next.
  private void arrange(List<String> texts) {
    int place = 0;
    for (int i = 0; i < texts.size(); i++) {
      boolean there = !texts.get(i).equals(Units.NONE);
      boxes.get(i).setVisible(there);
      boxes.get(i).setManaged(there);
      if (there) {
        GridPane.setConstraints(boxes.get(i), place % COLUMNS, place / COLUMNS);
        place++;
      }
    }
  }
}
