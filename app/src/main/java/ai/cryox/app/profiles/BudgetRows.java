package ai.cryox.app.profiles;

import ai.cryox.app.screen.Field;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Typed;
import ai.cryox.app.text.Units;
import ai.cryox.core.classify.CumulativeLimit;
import ai.cryox.core.classify.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The budgets of time beyond a temperature. FX thread only.
final class BudgetRows {
  private final Units units;
  private final Messages messages;
  private final Runnable onChange;
  private final VBox list = new VBox(8);
  private final List<Row> rows = new ArrayList<>();
  private final Button add;
  private final VBox root;

  private record Row(ComboBox<Side> side, Field<Double> value, Field<Duration> budget, HBox node) {}

  BudgetRows(Units units, List<CumulativeLimit> budgets, Runnable onChange) {
    this.units = units;
    this.messages = units.messages();
    this.onChange = onChange;
    add = Nodes.button(messages.text("profile.addBudget"), "", this::add);
    add.setId("add-budget");
    budgets.forEach(this::add);
    root = new VBox(8, list, add);
  }

  Node node() {
    return root;
  }

  private void add() {
    add(new CumulativeLimit(Side.HIGH, 0, Duration.ofHours(1)));
    onChange.run();
  }

  private void add(CumulativeLimit budget) {
    ComboBox<Side> side = new ComboBox<>();
    side.getItems().setAll(Side.values());
    side.setConverter(new SideWords(messages));
    side.setValue(budget.side());
    side.setAccessibleText(messages.text("profile.side"));
    side.valueProperty().addListener((_, _, _) -> onChange.run());
    String at = messages.text("profile.budgetValue");
    Field<Double> value = new Field<>(at, Typed::number, messages.text("profile.noNumber", at));
    value.with(units.decimal(budget.value())).wide(84).onChange(_ -> onChange.run());
    String over = messages.text("profile.budget");
    Field<Duration> span = new Field<>(over, Typed::span, messages.text("profile.noSpan", over));
    span.with(units.duration(budget.budget())).wide(110).onChange(_ -> onChange.run());
    HBox node = Nodes.row(8, side, value.node(), Nodes.label("°C", "muted"), span.node());
    Row row = new Row(side, value, span, node);
    Button remove = Nodes.button(messages.text("action.remove"), "", () -> remove(row));
    node.getChildren().add(remove);
    rows.add(row);
    list.getChildren().add(node);
  }

  private void remove(Row row) {
    rows.remove(row);
    list.getChildren().remove(row.node());
    onChange.run();
  }

  /// What is wrong with what was typed, in a sentence; `null` if nothing is.
  @Nullable String nonsense() {
    for (Row row : rows) {
      if (row.value().value() == null) {
        return row.value().hint();
      }
      if (row.budget().value() == null) {
        return row.budget().hint();
      }
    }
    return null;
  }

  /// The budgets; those that make no sense are left out, see {@link #nonsense}.
  List<CumulativeLimit> budgets() {
    List<CumulativeLimit> budgets = new ArrayList<>();
    for (Row row : rows) {
      Double value = row.value().value();
      Duration budget = row.budget().value();
      if (value != null && budget != null) {
        budgets.add(new CumulativeLimit(row.side().getValue(), value, budget));
      }
    }
    return budgets;
  }

  private static final class SideWords extends StringConverter<Side> {
    private final Messages messages;

    SideWords(Messages messages) {
      this.messages = messages;
    }

    @Override
    public String toString(@Nullable Side side) {
      return side == null ? "" : messages.of("side", side);
    }

    @Override
    public @Nullable Side fromString(String words) {
      return null;
    }
  }
}
