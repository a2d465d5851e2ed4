package ai.cryox.app.alarms;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ReasonBox;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.backend.Standing.LiveBy;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Asks what must be known before alarms are changed, sends it, and says why it was refused. FX
/// thread only.
final class DeedCard {
  private static final double WIDTH = 520;

  private final ScreenContext context;
  private final Messages messages;
  private final Runnable afterwards;
  private final Label trouble = Nodes.trouble();
  private final @Nullable Supplier<List<Alarm>> undo;
  private final String done;

  /// @param afterwards run when something was done
  /// @param undo the way back, or `null` if there is none
  /// @param done says that it was done, to how many alarms
  DeedCard(
      ScreenContext context,
      Runnable afterwards,
      @Nullable Supplier<List<Alarm>> undo,
      String done) {
    this.undo = undo;
    this.done = done;
    this.context = context;
    this.messages = context.messages();
    this.afterwards = afterwards;
    trouble.setId("deed-trouble");
  }

  /// Does it without asking.
  void send(Supplier<List<Alarm>> deed) {
    send(deed, () -> {}, context.frame()::say);
  }

  /// @param onDone run before it is told
  private void send(Supplier<List<Alarm>> deed, Runnable onDone, Consumer<String> onTrouble) {
    Instant sentAt = context.clock().instant();
    context
        .background()
        .call(
            deed,
            changed -> {
              onDone.run();
              if (changed.isEmpty()) {
                context.frame().say(messages.text("deed.nothingChanged"));
              } else {
                tell(changed.size(), sentAt);
              }
              context.pulse().beatNow();
              afterwards.run();
            },
            onTrouble);
  }

  /// Says what was done where that is worth knowing, with the way back if there is one.
  private void tell(int alarms, Instant sentAt) {
    boolean far = context.session().standing().liveBy() != LiveBy.HERE;
    String sentence = far ? accepted(alarms, sentAt) : done;
    Supplier<List<Alarm>> way = undo;
    if (way != null) {
      context.frame().offerUndo(sentence, () -> takeBack(way));
    } else if (far) {
      context.frame().say(sentence);
    }
  }

  /// Somebody else did it, far away: when it was sent and accepted is worth knowing.
  private String accepted(int alarms, Instant sentAt) {
    Instant now = context.clock().instant();
    return messages.text(
        "deed.accepted", alarms, context.units().time(sentAt), context.units().time(now));
  }

  private void takeBack(Supplier<List<Alarm>> way) {
    context
        .background()
        .call(
            way,
            changed -> {
              String key = changed.isEmpty() ? "deed.nothingChanged" : "done.undone";
              context.frame().say(messages.text(key));
              context.pulse().beatNow();
              afterwards.run();
            },
            context.frame()::say);
  }

  /// Acknowledges with words.
  void comment(List<String> ids) {
    TextField comment = new TextField();
    comment.setId("comment");
    comment.setPromptText(messages.text("alarms.comment"));
    comment.setAccessibleText(messages.text("alarms.comment"));
    open(
        messages.text("alarms.ask", ids.size()),
        "acknowledge",
        List.of(comment),
        comment,
        () -> context.session().alarmActions().acknowledge(ids, comment.getText().trim()));
  }

  /// Puts alarms on the shelf: how long, why, who.
  void shelve(List<AlarmKey> keys) {
    ShelfTime time = new ShelfTime(context);
    ReasonBox reason = new ReasonBox(messages, "reason");
    open(
        messages.text("shelve.title", keys.size()),
        "shelve",
        List.of(
            Nodes.label(messages.text("shelve.howLong"), "panel-title"),
            time.node(),
            Nodes.label(messages.text("shelve.why"), "panel-title"),
            reason.node(),
            who("shelve.note")),
        time.first(),
        () ->
            context
                .session()
                .alarmActions()
                .shelve(keys, time.lasting(context.clock().instant()), reason.said()));
  }

  /// Takes alarms out of service: why, who.
  void outOfService(List<AlarmKey> keys) {
    ReasonBox reason = new ReasonBox(messages, "reason");
    open(
        messages.text("service.title", keys.size()),
        "take_out_of_service",
        List.of(
            Nodes.label(messages.text("shelve.why"), "panel-title"),
            reason.node(),
            who("service.note")),
        reason.node(),
        () -> context.session().alarmActions().takeOutOfService(keys, reason.said()));
  }

  private Label who(String key) {
    Label who = Nodes.label(messages.text(key, context.session().userName()), "muted");
    who.setWrapText(true);
    who.setMinHeight(Region.USE_PREF_SIZE);
    return who;
  }

  private void open(
      String title, String name, List<Node> asked, Node first, Supplier<List<Alarm>> deed) {
    Button confirm =
        Nodes.button(messages.text("confirm." + name), messages.key("Enter"), () -> {});
    confirm.getStyleClass().add("primary");
    confirm.setId("confirm-" + name.replace('_', '-'));
    confirm.setDefaultButton(true);
    confirm.setOnAction(_ -> confirm(confirm, deed));
    Button cancel = Nodes.button(messages.text("action.cancel"), "Esc", context.frame()::closeCard);
    Card card = new Card(title, WIDTH);
    asked.forEach(card::add);
    context.frame().openCard(card.add(trouble).buttons(cancel, confirm).node(), first);
  }

  /// A second Enter while the first is under way must not do it twice.
  private void confirm(Button confirm, Supplier<List<Alarm>> deed) {
    confirm.setDisable(true);
    send(
        deed,
        () -> context.frame().closeCard(confirm),
        sentence -> {
          confirm.setDisable(false);
          context.frame().refuse(trouble, sentence);
        });
  }
}
