package ai.cryox.app.screen;

import ai.cryox.app.text.Messages;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;

/// Why something is put aside: the usual reasons, and room for one's own words. FX thread only.
public final class ReasonBox {
  private static final String[] REASONS = {
    "defrost", "cleaning", "maintenance", "loading", "sensor", "known"
  };

  private final ComboBox<String> box = new ComboBox<>();

  /// @param id its own; that of the field in it ends in `-words`
  public ReasonBox(Messages messages, String id) {
    box.setEditable(true);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setId(id);
    box.getEditor().setId(id + "-words");
    box.setPromptText(messages.text("shelve.reason"));
    box.setAccessibleText(messages.text("shelve.why"));
    for (String name : REASONS) {
      box.getItems().add(messages.text("reason." + name));
    }
  }

  public Node node() {
    return box;
  }

  /// What was typed, or else chosen; empty if neither.
  public String said() {
    String typed = box.getEditor().getText().trim();
    String chosen = box.getValue();
    return typed.isEmpty() && chosen != null ? chosen : typed;
  }
}
