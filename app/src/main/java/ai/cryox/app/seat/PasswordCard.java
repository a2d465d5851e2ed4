package ai.cryox.app.seat;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Form;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;

/// Lets somebody choose another password for themselves. FX thread only.
final class PasswordCard {
  private static final int WIDTH = 520;

  private final ScreenContext context;
  private final Messages messages;
  private final PasswordField old = new PasswordField();
  private final PasswordField fresh = new PasswordField();
  private final PasswordField again = new PasswordField();
  private final Label trouble = Nodes.trouble();
  private final Button save;

  PasswordCard(ScreenContext context) {
    this.context = context;
    this.messages = context.messages();
    old.setId("password-old");
    fresh.setId("password-fresh");
    again.setId("password-again");
    trouble.setId("password-trouble");
    save = Nodes.button(messages.text("seat.change"), "", this::save);
    save.setId("password-save");
    save.getStyleClass().add("primary");
    save.setDefaultButton(true);
  }

  void open() {
    Form form =
        new Form()
            .add(messages.text("seat.old"), old)
            .add(messages.text("seat.fresh"), fresh)
            .add(messages.text("seat.again"), again);
    Button cancel = Nodes.button(messages.text("action.cancel"), "Esc", context.frame()::closeCard);
    context
        .frame()
        .openCard(
            new Card(messages.text("seat.changeOwn"), WIDTH)
                .text(messages.text("seat.rules"))
                .add(form.node())
                .add(trouble)
                .buttons(cancel, save)
                .node(),
            old);
  }

  private void save() {
    if (!fresh.getText().equals(again.getText())) {
      Nodes.say(trouble, messages.text("seat.notSame"));
      return;
    }
    char[] before = old.getText().toCharArray();
    char[] next = fresh.getText().toCharArray();
    save.setDisable(true);
    context
        .background()
        .call(
            () -> {
              context.session().people().changeOwnPassword(before, next);
              return true;
            },
            _ -> {
              context.frame().closeCard(save);
              context.frame().say(messages.text("seat.changed"));
            },
            sentence -> {
              save.setDisable(false);
              context.frame().refuse(trouble, sentence);
            });
  }
}
