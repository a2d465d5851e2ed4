package ai.cryox.app.screen;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Small nodes that all screens build from, so that they look alike.
public final class Nodes {
  private Nodes() {}

  /// A label with style classes.
  public static Label label(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    return label;
  }

  /// A button that shows its key beside its name.
  public static Button button(String text, String key, Runnable action) {
    Button button = new Button(text);
    button.getStyleClass().add("flat-button");
    button.setAccessibleText(key.isEmpty() ? text : text + ", " + key);
    button.setOnAction(_ -> action.run());
    if (!key.isEmpty()) {
      button.setGraphic(keyCap(key));
      button.setContentDisplay(ContentDisplay.RIGHT);
    }
    return button;
  }

  /// A key as it is printed on keyboards.
  public static Label keyCap(String key) {
    return label(key, "key-cap");
  }

  /// Takes up what is left of a row.
  public static Region spacer() {
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    return spacer;
  }

  /// Nodes side by side, vertically centred.
  public static HBox row(double gap, Node... nodes) {
    HBox row = new HBox(gap, nodes);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
