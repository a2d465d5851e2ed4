package ai.cryox.app.people;

import ai.cryox.app.screen.Form;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.people.Account;
import ai.cryox.core.people.Account.State;
import ai.cryox.core.people.People;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One account: what it is called and may do, and what can be done to it. FX thread only.
final class AccountPanel {
  private final ScreenContext context;
  private final Messages messages;
  private final Consumer<Account> onChanged;
  private final Runnable onRefused;
  private final VBox root = new VBox(12);

  /// @param onChanged told what the account is now
  /// @param onRefused told when what is shown may be out of date
  AccountPanel(ScreenContext context, Consumer<Account> onChanged, Runnable onRefused) {
    this.context = context;
    this.messages = context.messages();
    this.onChanged = onChanged;
    this.onRefused = onRefused;
    root.getStyleClass().add("panel");
    root.setId("account");
  }

  Region node() {
    return Nodes.scroll(root);
  }

  /// Shows another account, or none.
  void show(@Nullable Account account, Collection<String> facilities) {
    root.getChildren().clear();
    if (account == null) {
      return;
    }
    TextField name = new TextField(account.name());
    name.setId("account-name");
    TextField why = new TextField();
    why.setId("account-why");
    Label trouble = Nodes.trouble();
    trouble.setId("account-trouble");
    Button save = Nodes.button(messages.text("people.save"), "", () -> {});
    save.setId("account-save");
    save.getStyleClass().add("primary");
    save.setDisable(true);
    RoleRows roles =
        new RoleRows(messages, facilities, account.grants(), () -> save.setDisable(false));
    name.textProperty().addListener((_, _, _) -> save.setDisable(false));
    save.setOnAction(_ -> save(account, name, roles, why, save, trouble));
    Form form =
        new Form()
            .add(messages.text("people.name"), name)
            .add(
                messages.text("people.signInName"),
                Nodes.label(account.signInName() + "  ·  " + account.userId(), "mono"))
            .add(messages.text("people.state"), Nodes.label(PeopleWords.state(account, messages)))
            .add(
                messages.text("people.password"),
                Nodes.label(PeopleWords.password(account, context.units())))
            .wide(Nodes.label(messages.text("people.roles"), "panel-title"))
            .wide(roles.node())
            .add(messages.text("people.why"), why)
            .wide(trouble);
    root.getChildren()
        .addAll(
            Nodes.label(account.name(), "panel-title"),
            form.node(),
            Nodes.row(8, Nodes.spacer(), save),
            deeds(account));
  }

  private void save(
      Account account, TextField name, RoleRows roles, TextField why, Button save, Label trouble) {
    String called = name.getText().strip();
    var grants = roles.grants();
    String reason = why.getText().strip();
    save.setDisable(true);
    // What is typed while it is being saved would be gone with the answer.
    List<Node> fields = List.of(name, why, roles.node());
    fields.forEach(field -> field.setDisable(true));
    Nodes.say(trouble, "");
    context
        .background()
        .call(
            () -> context.session().people().change(account, called, grants, reason),
            changed -> {
              fields.forEach(field -> field.setDisable(false));
              onChanged.accept(changed);
            },
            sentence -> {
              fields.forEach(field -> field.setDisable(false));
              save.setDisable(false);
              Nodes.say(trouble, sentence);
              // The panel may be filled anew, with what somebody else made of the account.
              context.frame().say(sentence);
              onRefused.run();
            });
  }

  private Node deeds(Account account) {
    var row = Nodes.flow();
    row.setId("account-deeds");
    if (account.issuer() == null && account.state() != State.DISABLED) {
      row.getChildren().add(deed("reset", () -> reset(account)));
    }
    if (account.state() == State.LOCKED) {
      row.getChildren()
          .add(
              deed(
                  "unlock",
                  () -> ask(account, "unlock", why -> people().unlock(account.userId(), why))));
    }
    row.getChildren()
        .add(
            account.state() == State.DISABLED
                ? deed(
                    "enable",
                    () -> ask(account, "enable", why -> people().enable(account.userId(), why)))
                : deed(
                    "disable",
                    () -> ask(account, "disable", why -> people().disable(account.userId(), why))));
    return row;
  }

  private People people() {
    return context.session().people();
  }

  private Button deed(String what, Runnable action) {
    Button button = Nodes.button(messages.text("people." + what), "", action);
    button.setId("account-" + what);
    return button;
  }

  private void ask(Account account, String what, Function<String, Account> deed) {
    new ReasonCard<>(context, messages.text("people." + what), deed, onChanged)
        .open(
            messages.text("people." + what + "Title", account.name()),
            messages.text("people." + what + "Text"));
  }

  private void reset(Account account) {
    String secret = OneTimePassword.make(new SecureRandom());
    new ReasonCard<>(
            context,
            messages.text("people.reset"),
            why -> people().resetPassword(account.userId(), secret.toCharArray(), why),
            changed -> {
              onChanged.accept(changed);
              SecretCard.open(context, changed.name(), changed.signInName(), secret);
            })
        .open(
            messages.text("people.resetTitle", account.name()), messages.text("people.resetText"));
  }
}
