package ai.cryox.app.people;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.screen.ShownOnce;
import ai.cryox.app.text.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;

/// Shows a one-time password, once: it waits until no other card is open. FX thread only.
final class SecretCard {
  private static final int WIDTH = 560;

  private SecretCard() {}

  static void open(ScreenContext context, String name, String signInName, String password) {
    Messages messages = context.messages();
    TextField secret = ShownOnce.field("secret", messages.text("people.secret"), password);
    Button copy = ShownOnce.copy(messages, "secret-copy", password);
    Button done = Nodes.button(messages.text("people.toldThem"), "Esc", context.frame()::closeCard);
    done.setId("secret-done");
    done.getStyleClass().add("primary");
    context
        .frame()
        .oweCard(
            new Card(messages.text("people.secretTitle", name), WIDTH)
                .text(messages.text("people.secretText", signInName))
                .add(secret)
                .buttons(copy, done)
                .node(),
            secret);
  }
}
