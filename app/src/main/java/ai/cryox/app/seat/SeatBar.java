package ai.cryox.app.seat;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.backend.IssuerOffer;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.backend.SignInRefusedException;
import ai.cryox.core.backend.SignInRefusedException.Reason;
import ai.cryox.core.people.Action;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks who sits at the console, in a bar below the alarms, so that nothing that is monitored is
/// covered. Not there while somebody sits there. FX thread only.
public final class SeatBar {
  private static final double FIELD = 170;

  /// What is asked.
  private enum Question {
    /// Nothing.
    NONE,
    /// Who somebody is.
    WHO,
    /// Whether they are back.
    BACK,
    /// Which password they want from now on.
    FRESH
  }

  private final ScreenContext context;
  private final Messages messages;
  private final Seats seats;
  private final Label words = Nodes.label("", "seat-words");
  private final TextField name = new TextField();
  private final PasswordField password = new PasswordField();
  private final PasswordField fresh = new PasswordField();
  private final PasswordField again = new PasswordField();
  private final Button enter;
  private final Button other;
  private final Label trouble = Nodes.trouble();
  private final List<Button> browsers = new ArrayList<>();
  private final VBox root;
  private Question question = Question.NONE;
  private Question before = Question.NONE;
  private @Nullable Instant leftAt;
  private boolean waiting;

  /// A bar that asks nothing yet.
  public SeatBar(ScreenContext context, Seats seats) {
    this.context = context;
    this.messages = context.messages();
    this.seats = seats;
    prepare(name, "seat-name", messages.text("signIn.name"));
    prepare(password, "seat-password", messages.text("signIn.password"));
    prepare(fresh, "seat-fresh", messages.text("seat.fresh"));
    prepare(again, "seat-again", messages.text("seat.again"));
    name.setText(seats.signInName());
    enter = Nodes.button("", "", this::enter);
    enter.setId("seat-enter");
    enter.getStyleClass().add("primary");
    enter.setMinWidth(Region.USE_PREF_SIZE);
    other = Nodes.button("", "", this::other);
    other.setId("seat-other");
    other.setMinWidth(Region.USE_PREF_SIZE);
    words.setId("seat-words");
    words.setWrapText(true);
    words.setMinWidth(0);
    trouble.setId("seat-trouble");
    HBox asked = Nodes.row(10, name, password, fresh, again, enter, other);
    BrowserDoor door = seats.door();
    if (door != null) {
      seats.offers().forEach(offer -> browsers.add(browser(door, offer)));
    }
    asked.getChildren().addAll(browsers);
    root = new VBox(6, Nodes.tools(10, words, Nodes.spacer(), asked), trouble);
    root.getStyleClass().add("seat-bar");
    root.setId("seat-bar");
    show(Question.NONE);
  }

  private Button browser(BrowserDoor door, IssuerOffer offer) {
    Button button = Nodes.button(BrowserCard.name(offer), "", () -> byBrowser(door, offer));
    button.setAccessibleText(messages.text("browser.signIn", BrowserCard.name(offer)));
    button.setTooltip(new Tooltip(button.getAccessibleText()));
    button.setId("seat-browser");
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private void byBrowser(BrowserDoor door, IssuerOffer offer) {
    new BrowserCard(
            context,
            door,
            offer,
            passport -> seats.signIn(new SignIn.Vouched(passport)),
            session -> seats.sitDown(session, ""))
        .open();
  }

  private void prepare(TextField field, String id, String prompt) {
    field.setId(id);
    field.setPromptText(prompt);
    field.setAccessibleText(prompt);
    field.setPrefWidth(FIELD);
    field.setMinWidth(FIELD);
    field.setOnAction(_ -> enter());
  }

  /// The node to show.
  public Node node() {
    return root;
  }

  /// Looks whether somebody must be asked; at each beat.
  public void show(Instant now) {
    Session session = context.session();
    if (waiting || question == Question.FRESH) {
      return;
    }
    if (seats.isSignedIn() && !session.who().grants().maySomewhere(Action.WATCH)) {
      // Closed or stripped of all roles: they see nothing any more, and the alarms must stay seen.
      context.frame().say(messages.text("seat.noRights", session.who().name()));
      seats.standUp();
      return;
    }
    if (session.isLocked()) {
      if (question != Question.BACK) {
        leftAt = now;
        show(Question.BACK);
        focus();
      }
    } else {
      Question next = seats.asks() ? Question.WHO : Question.NONE;
      if (next != question) {
        show(next);
      }
    }
  }

  private void show(Question next) {
    question = next;
    boolean asking = next != Question.NONE;
    root.setVisible(asking);
    root.setManaged(asking);
    place(name, next == Question.WHO);
    place(password, next == Question.WHO || next == Question.BACK);
    place(fresh, next == Question.FRESH);
    place(again, next == Question.FRESH);
    browsers.forEach(button -> place(button, next == Question.WHO));
    place(other, next == Question.BACK || next == Question.FRESH);
    Nodes.say(trouble, "");
    if (next != Question.FRESH) {
      List.of(password, fresh, again).forEach(TextField::clear);
    }
    words.setText(sentence(next));
    enter.setText(
        messages.text(
            switch (next) {
              case NONE, WHO -> "signIn.enter";
              case BACK -> "seat.unlock";
              case FRESH -> "seat.change";
            }));
    other.setText(messages.text(next == Question.FRESH ? "action.cancel" : "seat.other"));
  }

  private String sentence(Question of) {
    return switch (of) {
      case NONE -> "";
      case WHO -> messages.text("seat.nobody");
      case BACK ->
          messages.text(
              "seat.away",
              context.session().userName(),
              leftAt == null ? "" : context.units().shortTime(leftAt));
      case FRESH -> messages.text("seat.due");
    };
  }

  private static void place(Node node, boolean there) {
    node.setVisible(there);
    node.setManaged(there);
  }

  /// Puts the keyboard where something must be typed, if anything must.
  public void focus() {
    switch (question) {
      case NONE -> {}
      case WHO -> (name.getText().isBlank() ? name : password).requestFocus();
      case BACK -> password.requestFocus();
      case FRESH -> fresh.requestFocus();
    }
  }

  /// Somebody tried what cannot be done while nobody sits here.
  ///
  /// @return whether somebody is asked now
  public boolean refuse() {
    if (question == Question.NONE) {
      return false;
    }
    Nodes.say(trouble, messages.text(question == Question.BACK ? "seat.backFirst" : "seat.first"));
    focus();
    return true;
  }

  private void other() {
    if (question == Question.FRESH) {
      show(before);
      focus();
    } else {
      seats.standUp();
    }
  }

  private void enter() {
    if (waiting) {
      return;
    }
    if (question == Question.FRESH && !fresh.getText().equals(again.getText())) {
      Nodes.say(trouble, messages.text("seat.notSame"));
      return;
    }
    boolean back =
        question == Question.BACK || (question == Question.FRESH && before == Question.BACK);
    String typed = back ? seats.signInName() : name.getText().strip();
    SignIn.Password who =
        new SignIn.Password(
            typed,
            password.getText().toCharArray(),
            question == Question.FRESH ? fresh.getText().toCharArray() : null);
    waiting = true;
    enter.setDisable(true);
    Nodes.say(trouble, "");
    context
        .background()
        .call(() -> attempt(who, back), outcome -> settle(outcome, typed), this::refused);
  }

  /// What came of an attempt.
  ///
  /// @param session of whoever was let in, or `null` if they only came back
  private record Outcome(@Nullable Session session, @Nullable SignInRefusedException refused) {}

  private Outcome attempt(SignIn.Password who, boolean back) {
    try {
      if (back) {
        context.session().unlock(who);
        return new Outcome(null, null);
      }
      return new Outcome(seats.signIn(who), null);
    } catch (SignInRefusedException refused) {
      return new Outcome(null, refused);
    } finally {
      Arrays.fill(who.password(), '\0');
    }
  }

  private void settle(Outcome outcome, String typed) {
    ready();
    SignInRefusedException refused = outcome.refused();
    if (refused != null) {
      if (refused.reason() == Reason.PASSWORD_CHANGE_DUE) {
        before = question;
        show(Question.FRESH);
        focus();
      } else {
        password.clear();
        Nodes.say(trouble, words(refused));
        focus();
      }
      return;
    }
    show(Question.NONE);
    Session session = outcome.session();
    if (session != null) {
      seats.sitDown(session, typed);
    }
  }

  private String words(SignInRefusedException refused) {
    Instant until = refused.until();
    return until == null
        ? messages.of("refused", refused.reason())
        : messages.text(
            "seat.lockedUntil", context.units().shortTime(until), context.units().zoneName(until));
  }

  private void refused(String sentence) {
    ready();
    Nodes.say(trouble, sentence);
    focus();
  }

  private void ready() {
    waiting = false;
    enter.setDisable(false);
  }
}
