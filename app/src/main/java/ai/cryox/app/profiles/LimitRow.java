package ai.cryox.app.profiles;

import ai.cryox.app.screen.Field;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Typed;
import ai.cryox.app.text.Units;
import ai.cryox.core.classify.Level;
import ai.cryox.core.classify.Limit;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// One level of a profile: whether it has a limit there, and which. FX thread only.
final class LimitRow {
  private static final PseudoClass BLAMED = PseudoClass.getPseudoClass("blamed");

  private final Level level;
  private final CheckBox used;
  private final Field<Double> value;
  private final CheckBox inclusive = new CheckBox();
  private final Field<Double> deadband;
  private final Field<Duration> onDelay;
  private final Field<Duration> offDelay;

  LimitRow(Level level, Units units, @Nullable Limit limit, Runnable onChange) {
    this.level = level;
    Messages messages = units.messages();
    String name = messages.of("level", level);
    used = new CheckBox(name);
    used.setId(id("used"));
    Limit shown = limit == null ? Limit.at(0) : limit;
    value = number(messages, name, "value").with(units.decimal(shown.value()));
    deadband = number(messages, name, "deadband").with(units.decimal(shown.deadband()));
    onDelay = span(messages, name, "onDelay").with(units.duration(shown.onDelay()));
    offDelay = span(messages, name, "offDelay").with(units.duration(shown.offDelay()));
    inclusive.setSelected(shown.inclusive());
    inclusive.setAccessibleText(name + ", " + messages.text("profile.inclusive"));
    used.setSelected(limit != null);
    used.selectedProperty().addListener((_, _, _) -> onChange.run());
    inclusive.selectedProperty().addListener((_, _, _) -> onChange.run());
    for (Field<?> field : fields()) {
      field.onChange(_ -> onChange.run());
    }
    for (Node node : cells()) {
      node.disableProperty().bind(used.selectedProperty().not());
    }
  }

  private String id(String part) {
    return part + "-" + level.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Field<Double> number(Messages messages, String name, String key) {
    String what = name + ", " + messages.text("profile." + key);
    Field<Double> field = new Field<>(what, Typed::number, messages.text("profile.noNumber", what));
    field.wide(84).node().setId(id(key));
    return field;
  }

  private Field<Duration> span(Messages messages, String name, String key) {
    String what = name + ", " + messages.text("profile." + key);
    Field<Duration> field = new Field<>(what, Typed::span, messages.text("profile.noSpan", what));
    field.wide(100).node().setId(id(key));
    return field;
  }

  private List<Field<?>> fields() {
    return List.of(value, deadband, onDelay, offDelay);
  }

  private List<Node> cells() {
    return List.of(value.node(), inclusive, deadband.node(), onDelay.node(), offDelay.node());
  }

  void addTo(GridPane grid, int row) {
    used.setMinWidth(Region.USE_PREF_SIZE);
    grid.add(used, 0, row);
    for (int i = 0; i < cells().size(); i++) {
      grid.add(cells().get(i), i + 1, row);
    }
  }

  Level level() {
    return level;
  }

  boolean isUsed() {
    return used.isSelected();
  }

  /// What is wrong with what was typed, in a sentence; `null` if nothing is.
  @Nullable String nonsense() {
    for (Field<?> field : fields()) {
      if (used.isSelected() && field.value() == null) {
        return field.hint();
      }
    }
    return null;
  }

  /// The limit.
  ///
  /// @throws IllegalArgumentException if it makes no sense, with a sentence
  Limit limit() {
    Double at = value.value();
    Double width = deadband.value();
    Duration on = onDelay.value();
    Duration off = offDelay.value();
    if (at == null || width == null || on == null || off == null) {
      throw new IllegalArgumentException(String.valueOf(nonsense()));
    }
    return new Limit(at, inclusive.isSelected(), width, on, off);
  }

  /// Shows that a sentence below is about this level.
  void blame(boolean wanted) {
    used.pseudoClassStateChanged(BLAMED, wanted);
    for (Field<?> field : List.of(value, deadband)) {
      field.node().pseudoClassStateChanged(BLAMED, wanted);
    }
  }
}
