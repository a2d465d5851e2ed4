package ai.cryox.app.rules;

import ai.cryox.app.screen.BeingRead;
import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.people.Action;
import ai.cryox.core.people.Role;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Shows rules, and lets those who may change them. There is no form before they are known, and
/// nobody overwrites what somebody else has changed meanwhile. FX thread only.
///
/// @param <T> the rules, equal if they say the same
final class RuleCard<T> {
  private final ScreenContext context;
  private final Messages messages;
  private final String name;
  private final Action action;
  private final Supplier<T> read;
  private final BiFunction<T, T, Boolean> write;
  private final Function<T, RuleForm<T>> form;
  private final Label trouble = Nodes.trouble();
  private final BeingRead being;
  private final VBox content = new VBox(12);
  private final Button save;
  private @Nullable T known;
  private @Nullable RuleForm<T> shown;

  /// @param name beginning of its texts and ids
  /// @param action that changing it is
  /// @param read blocks
  /// @param write given what held and what shall; blocks
  /// @param form made when it is known what holds
  RuleCard(
      ScreenContext context,
      String name,
      Action action,
      Supplier<T> read,
      BiFunction<T, T, Boolean> write,
      Function<T, RuleForm<T>> form) {
    this.context = context;
    this.messages = context.messages();
    this.name = name;
    this.action = action;
    this.read = read;
    this.write = write;
    this.form = form;
    being = new BeingRead(messages, name + "-reading", this::read);
    trouble.setId(name + "-trouble");
    save = Nodes.button(messages.text("profile.save"), messages.key("Enter"), this::save);
    save.setId(name + "-save");
    save.getStyleClass().add("primary");
    save.setDefaultButton(true);
    save.setDisable(true);
    content.getChildren().add(being.node());
  }

  private boolean isYours() {
    return context.session().who().grants().mayEverywhere(action);
  }

  /// @param width px
  void open(double width) {
    boolean yours = isYours();
    String leave = messages.text(yours ? "action.cancel" : "action.close");
    Button cancel = Nodes.button(leave, "Esc", context.frame()::closeCard);
    cancel.setCancelButton(true);
    cancel.setId(name + "-cancel");
    save.setVisible(yours);
    save.setManaged(yours);
    Card card =
        new Card(messages.text("rules." + name), width)
            .text(messages.text("rules." + name + "About"))
            .add(content);
    if (!yours) {
      card.text(messages.text("rules.notYours", rolesThatMay()));
    }
    context.frame().openCard(card.add(trouble).buttons(cancel, save).node(), cancel);
    read();
  }

  private String rolesThatMay() {
    return Arrays.stream(Role.values())
        .filter(role -> role.may(action))
        .map(role -> messages.of("role", role))
        .collect(Collectors.joining(", "));
  }

  private void read() {
    context.background().call(read, this::show, being::failed);
  }

  private void show(T rules) {
    RuleForm<T> made = form.apply(rules);
    known = rules;
    shown = made;
    content.getChildren().setAll(made.node());
    save.setDisable(false);
    if (!isYours()) {
      made.freeze();
    } else if (content.getScene() != null) {
      // What a list that scrolls holds is in the window only when it has its looks.
      content.applyCss();
      made.first().requestFocus();
    }
  }

  private void save() {
    T before = known;
    RuleForm<T> from = shown;
    if (before == null || from == null || !isYours()) {
      return;
    }
    T wanted;
    try {
      wanted = from.typed();
    } catch (IllegalArgumentException nonsense) {
      Nodes.say(trouble, String.valueOf(nonsense.getMessage()));
      return;
    }
    save.setDisable(true);
    context
        .background()
        .call(
            () -> write(before, wanted),
            changed -> {
              context.frame().closeCard(save);
              if (changed) {
                context.frame().say(messages.text("rules.saved"));
              }
            },
            sentence -> {
              save.setDisable(false);
              context.frame().refuse(trouble, sentence);
            });
  }

  private boolean write(T before, T wanted) {
    if (wanted.equals(before)) {
      return false;
    }
    if (!read.get().equals(before)) {
      throw new IllegalArgumentException(messages.text("rules.changedMeanwhile"));
    }
    return write.apply(before, wanted);
  }
}
