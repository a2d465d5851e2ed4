package ai.cryox.app.alarms;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.text.Messages;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The switch between the parts of the alarm list, each with how many alarms it holds. FX thread
/// only.
final class Segments {
  private final Messages messages;
  private final Consumer<Segment> onEnter;
  private final Map<Segment, ToggleButton> tabs = new EnumMap<>(Segment.class);
  private final HBox root = Nodes.row(8);
  private Segment current = Segment.ACTIVE;

  /// @param onEnter told which part is wanted now
  Segments(Messages messages, Consumer<Segment> onEnter) {
    this.messages = messages;
    this.onEnter = onEnter;
    ToggleGroup one = new ToggleGroup();
    for (Segment segment : Segment.values()) {
      ToggleButton tab = new ToggleButton(messages.of("segment", segment));
      tab.getStyleClass().add("flat-button");
      tab.setId("segment-" + segment.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      tab.setToggleGroup(one);
      tab.setMinWidth(Region.USE_PREF_SIZE);
      tab.setOnAction(_ -> select(segment));
      tabs.put(segment, tab);
      root.getChildren().add(tab);
    }
    tab(Segment.ACTIVE).setSelected(true);
  }

  private ToggleButton tab(Segment segment) {
    return java.util.Objects.requireNonNull(tabs.get(segment));
  }

  HBox node() {
    return root;
  }

  Segment current() {
    return current;
  }

  /// Goes to a part.
  void select(Segment segment) {
    current = segment;
    tab(segment).setSelected(true);
    onEnter.accept(segment);
  }

  /// Goes to the part a key stands for.
  ///
  /// @return whether it stands for one
  boolean key(KeyCode code) {
    for (Segment segment : Segment.values()) {
      if (segment.key() == code) {
        select(segment);
        return true;
      }
    }
    return false;
  }

  /// Says how many alarms each part holds.
  void count(AlarmsModel model) {
    tabs.forEach((segment, tab) -> {
      String name = messages.of("segment", segment);
      String text = segment.isLive() ? name + " " + model.count(segment) : name;
      if (!text.equals(tab.getText())) {
        tab.setText(text);
        tab.setAccessibleText(text + ", " + segment.key().getName());
      }
    });
  }
}
