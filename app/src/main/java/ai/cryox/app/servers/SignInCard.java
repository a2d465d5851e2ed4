package ai.cryox.app.servers;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Form;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.seat.BrowserCard;
import ai.cryox.app.text.Messages;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.IssuerOffer;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.backend.SignInRefusedException;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;

/// Asks who somebody is at a server, and goes there. A server on this machine knows its own people
/// and asks nothing. FX thread only.
final class SignInCard {
  private static final int WIDTH = 520;
  private static final double BUTTON = 40;

  private final ScreenContext context;
  private final Messages messages;
  private final Servers servers;
  private final Server server;
  private final BiConsumer<Server, Session> onEntered;
  private final TextField name = new TextField();
  private final PasswordField password = new PasswordField();
  private final Label trouble = Nodes.trouble();
  private final Button enter;
  private final FlowPane issuers = Nodes.flow();
  private final Label asking;

  SignInCard(
      ScreenContext context,
      Servers servers,
      Server server,
      BiConsumer<Server, Session> onEntered) {
    this.context = context;
    this.messages = context.messages();
    this.servers = servers;
    this.server = server;
    this.onEntered = onEntered;
    asking = Nodes.label(messages.text("signIn.asking"), "muted");
    asking.setId("sign-in-asking");
    name.setText(server.signInName());
    name.setId("sign-in-name");
    password.setId("sign-in-password");
    enter = Nodes.button(messages.text("signIn.enter"), "", this::enter);
    enter.setId("sign-in-enter");
    trouble.setId("sign-in-trouble");
    enter.getStyleClass().add("primary");
    enter.setDefaultButton(true);
  }

  void open() {
    Label note = Nodes.label(messages.text("signIn.note"), "muted");
    note.setWrapText(true);
    Form form =
        new Form()
            .add(messages.text("signIn.name"), name)
            .add(messages.text("signIn.password"), password)
            .wide(note);
    Button cancel = Nodes.button(messages.text("action.cancel"), "Esc", context.frame()::closeCard);
    context
        .frame()
        .openCard(
            new Card(messages.text("signIn.title", server.name()), WIDTH)
                .text(server.address().toString())
                .add(form.node())
                .add(issuers())
                .add(trouble)
                .buttons(cancel, enter)
                .node(),
            name.getText().isBlank() ? name : password);
    context.background().call(() -> servers.offers(server), this::show, _ -> Nodes.say(asking, ""));
  }

  /// There is room for them before they come: nothing moves below somebody's hand.
  private void show(List<IssuerOffer> offers) {
    Nodes.say(asking, offers.isEmpty() ? messages.text("signIn.passwordOnly") : "");
    for (IssuerOffer offer : offers) {
      String name = BrowserCard.name(offer);
      Button button =
          Nodes.button(messages.text("browser.signIn", name), "", () -> byBrowser(offer));
      button.setId("sign-in-browser");
      issuers.getChildren().add(button);
    }
  }

  private Node issuers() {
    issuers.getChildren().setAll(asking);
    issuers.setMinHeight(BUTTON);
    return issuers;
  }

  private void byBrowser(IssuerOffer offer) {
    new BrowserCard(
            context,
            servers.door(),
            offer,
            passport -> servers.connect(server, new SignIn.Vouched(passport)),
            session -> onEntered.accept(server, session))
        .open();
  }

  private SignIn who() {
    String typed = name.getText().strip();
    return password.getText().isEmpty()
        ? new SignIn.Desk(typed.isEmpty() ? context.session().userName() : typed)
        : new SignIn.Password(typed, password.getText().toCharArray());
  }

  private void enter() {
    SignIn who = who();
    password.clear();
    enter.setDisable(true);
    Nodes.say(trouble, "");
    String typed = name.getText().strip();
    context
        .background()
        .call(
            () -> connect(who, typed),
            session -> {
              if (enter.getScene() == null) {
                // Whoever closed the card meanwhile wants to stay here.
                leave(session);
                return;
              }
              context.frame().closeCard(enter);
              onEntered.accept(server.withSignInName(typed), session);
            },
            sentence -> {
              enter.setDisable(false);
              context.frame().refuse(trouble, sentence);
            });
  }

  private void leave(Session session) {
    context
        .background()
        .call(
            () -> {
              session.close();
              return true;
            },
            _ -> {},
            context.frame()::say);
  }

  private Session connect(SignIn who, String typed) {
    try {
      Session session = servers.connect(server, who);
      servers.save(server.withSignInName(typed));
      return session;
    } catch (SignInRefusedException refused) {
      throw new BackendException(String.valueOf(refused.getMessage()), refused);
    }
  }
}
