package ai.cryox.app.callouts;

import ai.cryox.app.fx.LiveView;
import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Field;
import ai.cryox.app.screen.Form;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.screen.SearchBox;
import ai.cryox.app.screen.SentWords;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Typed;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// A drill: a simulated reading through the real path, and whom it reaches as it does. FX thread
/// only.
final class DrillCard {
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final ScreenContext context;
  private final Messages messages;
  private final SentWords words;
  private final SearchBox<DeviceLive> device;
  private final Field<Double> temperature;
  private final Button begin;
  private final Button end;
  private final Label trouble = Nodes.trouble();
  private final Label state = Nodes.label("", "panel-title");
  private final ListView<String> reached = new ListView<>();
  private final LiveView follower = this::follow;
  private @Nullable Alarm drill;
  private Instant lookedAt = Instant.MIN;
  private boolean looking;

  DrillCard(ScreenContext context) {
    this.context = context;
    messages = context.messages();
    words = new SentWords(context.units());
    device = new SearchBox<>(messages);
    device.setId("drill-device");
    device.setConverter(new DeviceName());
    device.getItems().setAll(context.session().live().latest().devices());
    device.getSelectionModel().selectFirst();
    device.setMaxWidth(Double.MAX_VALUE);
    device.setAccessibleText(messages.text("column.device"));
    String name = messages.text("device.value");
    temperature = new Field<>(name, Typed::number, messages.text("profile.noNumber", name));
    temperature.with("25").wide(84).node().setId("drill-temperature");
    begin = Nodes.button(messages.text("drill.begin"), messages.key("Enter"), this::begin);
    begin.setId("drill-begin");
    begin.getStyleClass().add("primary");
    begin.setDefaultButton(true);
    end = Nodes.button(messages.text("drill.end"), "", this::end);
    end.setId("drill-end");
    end.setDisable(true);
    reached.setId("drill-reached");
    reached.setPrefHeight(220);
    reached.setPlaceholder(Nodes.label(messages.text("drill.nobodyYet"), "muted"));
    reached.setAccessibleText(messages.text("drill.reached"));
  }

  void open() {
    Form form =
        new Form()
            .add(messages.text("column.device"), device)
            .add(
                messages.text("device.value"),
                Nodes.row(6, temperature.node(), Nodes.label("°C", "muted")));
    Button close = Nodes.button(messages.text("action.close"), "Esc", context.frame()::closeCard);
    Card card =
        new Card(messages.text("drill.title"), 640)
            .text(messages.text("drill.note"))
            .add(form.node())
            .add(trouble)
            .add(state)
            .add(reached)
            .buttons(close, end, begin);
    card.node()
        .sceneProperty()
        .addListener((_, _, scene) -> {
          if (scene == null) {
            context.pulse().detach(follower);
          }
        });
    context.frame().openCard(card.node(), device);
    context.pulse().attach(follower);
  }

  private void begin() {
    DeviceLive chosen = device.getValue();
    Double celsius = temperature.value();
    if (chosen == null || celsius == null) {
      Nodes.say(trouble, chosen == null ? messages.text("drill.noDevice") : temperature.hint());
      return;
    }
    Nodes.say(trouble, "");
    begin.setDisable(true);
    context
        .background()
        .call(
            () -> context.session().callouts().drill(chosen.device().deviceId(), celsius),
            this::begun,
            sentence -> {
              begin.setDisable(false);
              context.frame().refuse(trouble, sentence);
            });
  }

  private void begun(Alarm alarm) {
    drill = alarm;
    end.setDisable(false);
    state.setText(messages.text("drill.runs", context.units().time(context.clock().instant())));
  }

  private void end() {
    Alarm running = drill;
    if (running != null) {
      end.setDisable(true);
      context
          .background()
          .call(
              () -> {
                context.session().callouts().endDrill(running.alarmId());
                return running;
              },
              _ -> ended(),
              sentence -> {
                end.setDisable(false);
                context.frame().refuse(trouble, sentence);
              });
    }
  }

  private void ended() {
    begin.setDisable(false);
    state.setText(messages.text("drill.ended", context.units().time(context.clock().instant())));
  }

  private void follow(LiveSnapshot snapshot, Instant now) {
    Alarm running = drill;
    if (running == null || looking || now.isBefore(lookedAt.plus(LOOK))) {
      return;
    }
    lookedAt = now;
    looking = true;
    context
        .background()
        .call(
            () -> context.session().callouts().notifications(running.alarmId()),
            sent -> {
              looking = false;
              if (running.equals(drill)) {
                show(sent);
              }
            },
            sentence -> {
              looking = false;
              Nodes.say(trouble, sentence);
            });
  }

  private void show(List<Notification> sent) {
    List<String> lines =
        sent.stream()
            .sorted(Comparator.comparing(Notification::createdAt))
            .map(one -> context.units().time(one.createdAt()) + "  " + words.whole(one))
            .toList();
    if (!lines.equals(reached.getItems())) {
      reached.getItems().setAll(lines);
    }
  }

  private static final class DeviceName extends StringConverter<DeviceLive> {
    @Override
    public String toString(@Nullable DeviceLive live) {
      return live == null ? "" : live.device().name() + " · " + live.limits().name();
    }

    @Override
    public @Nullable DeviceLive fromString(String words) {
      return null;
    }
  }
}
