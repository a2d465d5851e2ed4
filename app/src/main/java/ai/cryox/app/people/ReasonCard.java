package ai.cryox.app.people;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Form;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/// Asks why before something is done to an account, and does it. FX thread only.
///
/// @param <T> what comes of it
final class ReasonCard<T> {
  private static final int WIDTH = 560;

  private final ScreenContext context;
  private final Function<String, T> deed;
  private final Consumer<T> onDone;
  private final TextField why = new TextField();
  private final Label trouble = Nodes.trouble();
  private final Button act;

  /// @param verb what the button says
  /// @param deed given the reason; blocks
  ReasonCard(ScreenContext context, String verb, Function<String, T> deed, Consumer<T> onDone) {
    this.context = context;
    this.deed = deed;
    this.onDone = onDone;
    why.setId("reason");
    trouble.setId("reason-trouble");
    act = Nodes.button(verb, "", this::act);
    act.setId("reason-act");
    act.getStyleClass().add("primary");
    act.setDefaultButton(true);
  }

  void open(String title, String text) {
    Messages messages = context.messages();
    Button cancel = Nodes.button(messages.text("action.cancel"), "Esc", context.frame()::closeCard);
    context
        .frame()
        .openCard(
            new Card(title, WIDTH)
                .text(text)
                .add(new Form().add(messages.text("people.why"), why).node())
                .add(trouble)
                .buttons(cancel, act)
                .node(),
            why);
  }

  private void act() {
    String reason = why.getText().strip();
    act.setDisable(true);
    context
        .background()
        .call(
            () -> deed.apply(reason),
            done -> {
              context.frame().closeCard(act);
              onDone.accept(done);
            },
            sentence -> {
              act.setDisable(false);
              context.frame().refuse(trouble, sentence);
            });
  }
}
