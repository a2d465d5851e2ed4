package ai.cryox.app.screen;

import ai.cryox.app.text.Messages;
import ai.cryox.app.theme.Icons;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.textfield.CustomTextField;

/// A field that narrows a list: a lens on its left and, as soon as something stands in it, a button
/// on its right that empties it. Esc does the same for the keyboard, so Tab passes by the button.
/// FX thread only.
public final class SearchField {
  private SearchField() {}

  /// @param id of the field; its button's is the same and `-clear`
  /// @param words what is looked for: shown while it is empty, and read out
  public static TextField of(Messages messages, String id, String words) {
    CustomTextField field = new CustomTextField();
    dress(field, messages, id, words);
    return field;
  }

  /// Makes a field one of these.
  static void dress(CustomTextField field, Messages messages, String id, String words) {
    field.setId(id);
    field.setPromptText(words);
    field.setAccessibleText(words);
    field.getStyleClass().add("search-field");
    StackPane lens = new StackPane(Icons.FIND.node());
    lens.getStyleClass().add("lens");
    lens.setMouseTransparent(true);
    field.setLeft(lens);
    field.setRight(clear(field, messages));
  }

  private static Button clear(TextField field, Messages messages) {
    Button clear = new Button("", Icons.CLOSE.node());
    clear.setId(field.getId() + "-clear");
    clear.getStyleClass().setAll("clear-button");
    clear.setAccessibleRole(AccessibleRole.BUTTON);
    clear.setAccessibleText(messages.text("find.clear"));
    clear.setTooltip(new Tooltip(messages.text("find.clear")));
    clear.setFocusTraversable(false);
    ObservableValue<Boolean> filled = field.textProperty().map(text -> !text.isEmpty());
    clear.visibleProperty().bind(filled);
    // While it is not there the words have its room.
    clear.managedProperty().bind(filled);
    clear.setOnAction(_ -> {
      field.clear();
      field.requestFocus();
    });
    return clear;
  }
}
