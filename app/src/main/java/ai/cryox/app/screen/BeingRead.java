package ai.cryox.app.screen;

import ai.cryox.app.text.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What stands in the place of a form until what it edits is known: that it is being read, or why
/// it could not be, with the way to try again. FX thread only.
public final class BeingRead {
  private final Messages messages;
  private final Label words;
  private final Button again;
  private final VBox root;

  /// @param id of the sentence; the button's is the same with `-again`
  /// @param read asks once more
  public BeingRead(Messages messages, String id, Runnable read) {
    this.messages = messages;
    words = Nodes.empty("");
    words.setId(id);
    again =
        Nodes.button(
            messages.text("action.readAgain"),
            "",
            () -> {
              begin();
              read.run();
            });
    again.setId(id + "-again");
    again.managedProperty().bind(again.visibleProperty());
    root = new VBox(12, words, again);
    begin();
  }

  /// What is shown.
  public VBox node() {
    return root;
  }

  /// Says that it is being read.
  public void begin() {
    words.setText(messages.text("screen.reading"));
    again.setVisible(false);
  }

  /// Says why it could not be read.
  public void failed(String sentence) {
    words.setText(sentence.isEmpty() ? messages.text("screen.notRead") : sentence);
    again.setVisible(true);
  }
}
