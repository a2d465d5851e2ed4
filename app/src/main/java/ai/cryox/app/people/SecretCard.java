package ai.cryox.app.people;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Shows a one-time password, once. FX thread only.
final class SecretCard {
  private static final int WIDTH = 560;

  private SecretCard() {}

  static void open(ScreenContext context, String name, String signInName, String password) {
    Messages messages = context.messages();
    TextField secret = new TextField(password);
    secret.setEditable(false);
    secret.setId("secret");
    secret.getStyleClass().add("mono");
    secret.setAccessibleText(messages.text("people.secret"));
    Button copy =
        Nodes.button(
            messages.text("people.copy"),
            "",
            () -> {
              ClipboardContent content = new ClipboardContent();
              content.putString(password);
              Clipboard.getSystemClipboard().setContent(content);
            });
    copy.setId("secret-copy");
    Button done = Nodes.button(messages.text("people.toldThem"), "Esc", context.frame()::closeCard);
    done.setId("secret-done");
    done.getStyleClass().add("primary");
    context
        .frame()
        .openCard(
            new Card(messages.text("people.secretTitle", name), WIDTH)
                .text(messages.text("people.secretText", signInName))
                .add(secret)
                .buttons(copy, done)
                .node(),
            secret);
  }
}
