package ai.cryox.app.rules;

import ai.cryox.app.screen.Field;
import ai.cryox.app.screen.Form;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Typed;
import ai.cryox.app.text.Units;
import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.alarm.Condition;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// Which alarms latch, how long the shelf may be, and when a sensor is stuck. The rest of the alarm
/// design stays as it is. FX thread only.
final class DesignForm implements RuleForm<AlarmDesign> {
  private static final int COLUMNS = 3;
  private static final double SPAN = 120;

  private final Units units;
  private final Messages messages;
  private final AlarmDesign before;
  private final Map<Condition, CheckBox> latching = new EnumMap<>(Condition.class);
  private final Field<Duration> shelf;
  private final Field<Duration> stuck;
  private final VBox root;

  DesignForm(Units units, AlarmDesign before) {
    this.units = units;
    this.messages = units.messages();
    this.before = before;
    shelf = span("rules.shelf", "design-shelf").with(units.duration(before.longestShelf()));
    stuck = span("rules.stuck", "design-stuck").with(units.duration(before.stuckAfter()));
    Form form =
        new Form()
            .add(messages.text("rules.shelf"), Nodes.row(8, shelf.node()))
            .add(messages.text("rules.stuck"), Nodes.row(8, stuck.node()));
    root = new VBox(12, Nodes.label(messages.text("rules.latch"), "panel-title"), boxes());
    root.getChildren().addAll(Nodes.label(messages.text("rules.times"), "panel-title"));
    root.getChildren().add(form.node());
    root.setId("design");
  }

  private Field<Duration> span(String key, String id) {
    String what = messages.text(key);
    Field<Duration> field = new Field<>(what, Typed::span, messages.text("profile.noSpan", what));
    field.wide(SPAN).node().setId(id);
    return field;
  }

  private Node boxes() {
    GridPane grid = new GridPane(16, 10);
    ColumnConstraints column = new ColumnConstraints();
    column.setPercentWidth(100.0 / COLUMNS);
    for (int i = 0; i < COLUMNS; i++) {
      grid.getColumnConstraints().add(column);
    }
    for (Condition condition : Condition.values()) {
      CheckBox box = new CheckBox(messages.of("condition", condition));
      box.setId("latch-" + condition.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      box.setSelected(before.isLatching(condition));
      grid.add(box, latching.size() % COLUMNS, latching.size() / COLUMNS);
      latching.put(condition, box);
    }
    return grid;
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public Node first() {
    return latching.values().iterator().next();
  }

  @Override
  public void freeze() {
    latching.values().forEach(box -> box.setDisable(true));
    shelf.node().setEditable(false);
    stuck.node().setEditable(false);
  }

  @Override
  public AlarmDesign typed() {
    Set<Condition> wanted = EnumSet.noneOf(Condition.class);
    latching.forEach((condition, box) -> {
      if (box.isSelected()) {
        wanted.add(condition);
      }
    });
    AlarmDesign design =
        new AlarmDesign(
            value(shelf, before.longestShelf()),
            value(stuck, before.stuckAfter()),
            wanted,
            before.severities(),
            before.limits(),
            before.guidance());
    if (design.problem() != null) {
      throw new IllegalArgumentException(inWords(design));
    }
    return design;
  }

  /// What was typed; what nobody touched as it was, to the second.
  private Duration value(Field<Duration> field, Duration was) {
    Duration value = field.value();
    if (value == null) {
      throw new IllegalArgumentException(field.hint());
    }
    return field.node().getText().equals(units.duration(was)) ? was : value;
  }

  /// Of what can be typed here, in the language of who reads it.
  private String inWords(AlarmDesign design) {
    AlarmDesign shelved =
        new AlarmDesign(
            design.longestShelf(),
            before.stuckAfter(),
            Set.of(),
            before.severities(),
            before.limits(),
            before.guidance());
    return messages.text(shelved.problem() == null ? "rules.noStuck" : "rules.noShelf");
  }
}
