package ai.cryox.app.seat;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.IssuerOffer;
import ai.cryox.core.backend.Passport;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignInRefusedException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Waits while somebody signs in with the system's browser. FX thread only.
public final class BrowserCard {
  private static final int WIDTH = 620;

  private final ScreenContext context;
  private final Messages messages;
  private final BrowserDoor door;
  private final IssuerOffer issuer;
  private final Function<Passport, Session> enter;
  private final Consumer<Session> onEntered;
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final Label state = Nodes.label("", "card-text");
  private final TextField address = new TextField();
  private final Button copy;
  private final Label trouble = Nodes.trouble();

  /// @param enter lets them in with what the issuer gave; blocks
  public BrowserCard(
      ScreenContext context,
      BrowserDoor door,
      IssuerOffer issuer,
      Function<Passport, Session> enter,
      Consumer<Session> onEntered) {
    this.context = context;
    this.messages = context.messages();
    this.door = door;
    this.issuer = issuer;
    this.enter = enter;
    this.onEntered = onEntered;
    state.setId("browser-state");
    state.setWrapText(true);
    address.setId("browser-address");
    address.setEditable(false);
    address.getStyleClass().add("mono");
    address.setAccessibleText(messages.text("browser.address"));
    copy = Nodes.button(messages.text("people.copy"), "", this::copy);
    copy.setId("browser-copy");
    copy.setDisable(true);
    trouble.setId("browser-trouble");
  }

  /// Whom people know by its host.
  public static String name(IssuerOffer issuer) {
    return String.valueOf(URI.create(issuer.issuer()).getHost());
  }

  /// Opens the browser and the card.
  public void open() {
    state.setText(messages.text("browser.asking", name(issuer)));
    Button cancel = Nodes.button(messages.text("action.cancel"), "Esc", this::cancel);
    cancel.setId("browser-cancel");
    Card card =
        new Card(messages.text("browser.title", name(issuer)), WIDTH)
            .add(state)
            .add(address)
            .add(trouble)
            .buttons(copy, cancel);
    card.node()
        .sceneProperty()
        .addListener((_, _, scene) -> {
          if (scene == null) {
            cancelled.set(true);
          }
        });
    context.frame().openCard(card.node(), cancel);
    context
        .background()
        .call(
            this::signIn,
            session ->
                session.ifPresent(one -> {
                  context.frame().closeCard(state);
                  onEntered.accept(one);
                }),
            sentence -> Nodes.say(trouble, sentence));
  }

  private Optional<Session> signIn() {
    try {
      Passport passport =
          door.signIn(issuer, shown -> context.pulse().later(() -> show(shown)), cancelled::get);
      Session session = enter.apply(passport);
      if (cancelled.get()) {
        session.close();
        return Optional.empty();
      }
      return Optional.of(session);
    } catch (CancellationException nobody) {
      return Optional.empty();
    } catch (SignInRefusedException refused) {
      throw new BackendException(String.valueOf(refused.getMessage()), refused);
    }
  }

  private void show(BrowserDoor.Shown shown) {
    address.setText(shown.address().toString());
    copy.setDisable(false);
    state.setText(
        messages.text(shown.inBrowser() ? "browser.opened" : "browser.notOpened", name(issuer)));
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(address.getText());
    Clipboard.getSystemClipboard().setContent(content);
  }

  private void cancel() {
    cancelled.set(true);
    context.frame().closeCard();
  }
}
