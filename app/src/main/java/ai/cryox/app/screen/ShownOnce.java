package ai.cryox.app.screen;

import ai.cryox.app.text.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;

/// A secret that is shown once: it can be marked and copied, and not changed. FX thread only.
public final class ShownOnce {
  private ShownOnce() {}

  /// Where it stands.
  ///
  /// @param name of what it is, for those who cannot see it
  public static TextField field(String id, String name, String secret) {
    TextField field = new TextField(secret);
    field.setEditable(false);
    field.setId(id);
    field.getStyleClass().add("mono");
    field.setAccessibleText(name);
    return field;
  }

  /// Puts it onto the clipboard.
  public static Button copy(Messages messages, String id, String secret) {
    Button copy =
        Nodes.button(
            messages.text("people.copy"),
            "",
            () -> {
              ClipboardContent content = new ClipboardContent();
              content.putString(secret);
              Clipboard.getSystemClipboard().setContent(content);
            });
    copy.setId(id);
    copy.setMinWidth(Region.USE_PREF_SIZE);
    return copy;
  }
}
