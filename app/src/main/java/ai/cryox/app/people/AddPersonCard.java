package ai.cryox.app.people;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Form;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.people.Account;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.Role;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;

/// Adds somebody. Whoever makes the first account makes it for themselves and chooses its password;
/// everybody else is given one that they change at their first sign-in. FX thread only.
final class AddPersonCard {
  private static final int WIDTH = 640;
  private static final int ROLES_HEIGHT = 300;

  private final ScreenContext context;
  private final Messages messages;
  private final boolean first;
  private final Consumer<Account> onAdded;
  private final TextField name = new TextField();
  private final TextField signInName = new TextField();
  private final PasswordField password = new PasswordField();
  private final PasswordField again = new PasswordField();
  private final RoleRows roles;
  private final Label trouble = Nodes.trouble();
  private final Button save;

  /// @param first whether there are no accounts yet
  AddPersonCard(
      ScreenContext context,
      Collection<String> facilities,
      boolean first,
      Consumer<Account> onAdded) {
    this.context = context;
    this.messages = context.messages();
    this.first = first;
    this.onAdded = onAdded;
    Grants start = first ? Grants.everywhere(Role.ADMINISTRATOR) : Grants.everywhere(Role.OPERATOR);
    roles = new RoleRows(messages, facilities, start, () -> {});
    name.setId("new-name");
    signInName.setId("new-sign-in-name");
    password.setId("new-password");
    again.setId("new-again");
    trouble.setId("new-trouble");
    save = Nodes.button(messages.text("people.addSave"), "", this::save);
    save.setId("new-save");
    save.getStyleClass().add("primary");
    save.setDefaultButton(true);
  }

  void open() {
    Form form =
        new Form()
            .add(messages.text("people.name"), name)
            .add(messages.text("people.signInName"), signInName);
    if (first) {
      form.add(messages.text("signIn.password"), password).add(messages.text("seat.again"), again);
    }
    ScrollPane scroll = Nodes.sharp(new ScrollPane(roles.node()));
    scroll.setFitToWidth(true);
    scroll.setPrefViewportHeight(ROLES_HEIGHT);
    scroll.getStyleClass().add("page-scroll");
    Button cancel = Nodes.button(messages.text("action.cancel"), "Esc", context.frame()::closeCard);
    context
        .frame()
        .openCard(
            new Card(messages.text("people.addTitle"), WIDTH)
                .text(messages.text(first ? "people.addFirst" : "people.addText"))
                .add(form.wide(scroll).node())
                .add(trouble)
                .buttons(cancel, save)
                .node(),
            name);
  }

  private void save() {
    if (first && !password.getText().equals(again.getText())) {
      Nodes.say(trouble, messages.text("seat.notSame"));
      return;
    }
    String called = name.getText().strip();
    String typed = signInName.getText().strip();
    String secret = first ? password.getText() : OneTimePassword.make(new SecureRandom());
    Grants grants = roles.grants();
    save.setDisable(true);
    Nodes.say(trouble, "");
    context
        .background()
        .call(
            () -> context.session().people().add(typed, called, grants, secret.toCharArray(), ""),
            account -> {
              context.frame().closeCard(save);
              onAdded.accept(account);
              if (!first) {
                SecretCard.open(context, account.name(), account.signInName(), secret);
              }
            },
            sentence -> {
              save.setDisable(false);
              context.frame().refuse(trouble, sentence);
            });
  }
}
