package ai.cryox.app.gallery;

import ai.cryox.app.screen.Exhibit;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.screen.SearchBox;
import ai.cryox.app.screen.SearchField;
import ai.cryox.app.text.Messages;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// What people press and type into, as it looks at rest, under the mouse, with the keyboard, while
/// it is pressed and out of use. The states are put on and stay; mouse and keyboard are elsewhere.
/// FX thread only.
final class StateExhibit {
  private static final double NAMED = 140;

  private final Messages messages;

  /// One way a control can look.
  private enum Look {
    REST(""),
    MOUSE("hover"),
    KEYBOARD("focused focus-visible"),
    PRESSED("hover pressed armed"),
    CHOSEN(""),
    OFF("");

    private final String classes;

    /// @param classes pseudo-classes, apart by blanks
    Look(String classes) {
      this.classes = classes;
    }

    private void wear(Node control) {
      for (String name : classes.split(" ", -1)) {
        if (!name.isEmpty()) {
          control.pseudoClassStateChanged(PseudoClass.getPseudoClass(name), true);
        }
      }
      control.setDisable(this == OFF);
      // Whoever goes through the gallery by Tab would take the states away.
      control.setFocusTraversable(false);
      control.setMouseTransparent(true);
    }
  }

  StateExhibit(ScreenContext context) {
    this.messages = context.messages();
  }

  Exhibit exhibit() {
    VBox rows = new VBox(8);
    for (Look look : Look.values()) {
      FlowPane row = Nodes.flow();
      Label name = Nodes.label(messages.of("gallerylook", look), "muted");
      name.setMinWidth(NAMED);
      row.getChildren().add(name);
      for (Node control : controls(look)) {
        look.wear(control);
        row.getChildren().add(control);
      }
      rows.getChildren().add(row);
    }
    rows.setId("gallery-looks");
    return Exhibit.of("gallery.looks", rows);
  }

  private List<Node> controls(Look look) {
    String words = messages.text("gallery.text");
    Button usual = Nodes.button(words, messages.key("Ctrl+A"), () -> {});
    Button primary = Nodes.button(words, messages.key("Enter"), () -> {});
    primary.getStyleClass().add("primary");
    Button danger = Nodes.button(words, "", () -> {});
    danger.getStyleClass().add("danger");
    ToggleButton toggle = new ToggleButton(words);
    toggle.getStyleClass().add("flat-button");
    toggle.setSelected(look == Look.CHOSEN);
    CheckBox check = new CheckBox(words);
    check.setSelected(look == Look.CHOSEN);
    TextField field = new TextField(words);
    field.setPrefColumnCount(8);
    ComboBox<String> combo = new ComboBox<>();
    combo.getItems().add(words);
    combo.getSelectionModel().selectFirst();
    TextField search =
        SearchField.of(messages, "gallery-search-" + look.name().toLowerCase(Locale.ROOT), words);
    search.setText(words);
    search.setPrefColumnCount(8);
    SearchBox<String> box = new SearchBox<>(messages);
    box.setId("gallery-box-" + look.name().toLowerCase(Locale.ROOT));
    box.getItems().add(words);
    box.getSelectionModel().selectFirst();
    MenuButton menu = new MenuButton(words);
    Hyperlink link = new Hyperlink(words);
    return look == Look.CHOSEN
        ? List.of(toggle, check)
        : List.of(usual, primary, danger, toggle, check, field, search, combo, box, menu, link);
  }
}
