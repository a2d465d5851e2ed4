package ai.cryox.app.profiles;

import ai.cryox.app.fx.LiveView;
import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Choice;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.whatif.WhatIfAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Shows what a profile as it would be had raised and missed, before anybody saves it. FX thread
/// only.
final class WhatIfCard {
  private static final double WIDTH = 720;
  private static final List<Duration> PAST =
      List.of(Duration.ofDays(30), Duration.ofDays(7), Duration.ofDays(1));

  private final ScreenContext context;
  private final Messages messages;
  private final StorageProfile profile;
  private final WhatIfWords words;
  private final Choice<Duration> past;
  private final ProgressBar bar = new ProgressBar(0);
  private final Label progress = Nodes.label("", "muted");
  private final Button stop;
  private final Label headline = Nodes.label("", "panel-title");
  private final Label note = Nodes.label("", "muted");
  private final ListView<String> lines = new ListView<>();
  private final Label same = Nodes.label("", "muted");
  private final LiveView follower = this::follow;
  private final Button confirm;
  private @Nullable WhatIfRun run;

  WhatIfCard(ScreenContext context, StorageProfile profile) {
    this.context = context;
    this.profile = profile;
    messages = context.messages();
    words = new WhatIfWords(context.units());
    past =
        new Choice<>(
            "past", PAST, span -> messages.text("whatif.past", span.toDays()), _ -> start());
    stop = Nodes.button(messages.text("whatif.stop"), "", this::cancel);
    stop.setId("whatif-stop");
    confirm = Nodes.button(messages.text("profile.save"), messages.key("Enter"), () -> {});
    confirm.setId("whatif-save");
    confirm.getStyleClass().add("primary");
    confirm.setDefaultButton(true);
    headline.setId("whatif-headline");
    headline.setWrapText(true);
    headline.setMinHeight(Region.USE_PREF_SIZE);
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    same.setId("whatif-same");
    lines.setPrefHeight(260);
    lines.setPlaceholder(same);
    lines.setCellFactory(_ -> new WholeLine());
    lines.setAccessibleText(messages.text("whatif.title", profile.name()));
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
  }

  /// Opens and begins.
  ///
  /// @param save told, with a part of this card, when somebody wants it saved, or `null` if they
  ///   only ask
  void open(@Nullable Consumer<Node> save) {
    Button close =
        Nodes.button(
            messages.text(save == null ? "action.close" : "action.cancel"),
            "Esc",
            context.frame()::closeCard);
    Card card =
        new Card(messages.text("whatif.title", profile.name()), WIDTH)
            .add(past.node())
            .add(Nodes.row(10, bar, progress, stop))
            .add(headline)
            .add(note)
            .add(lines);
    if (save == null) {
      card.buttons(close);
    } else {
      confirm.setOnAction(_ -> save.accept(confirm));
      card.buttons(close, confirm);
    }
    card.node()
        .sceneProperty()
        .addListener((_, _, scene) -> {
          if (scene == null) {
            cancel();
            context.pulse().detach(follower);
          }
        });
    context.frame().openCard(card.node(), close);
    context.pulse().attach(follower);
    start();
  }

  private void start() {
    cancel();
    WhatIfRun started =
        new WhatIfRun(
            context.session(),
            profile,
            context.session().live().latest().devices().stream().map(DeviceLive::device).toList());
    run = started;
    confirm.setDisable(true);
    headline.setText("");
    note.setText("");
    lines.getItems().clear();
    same.setText("");
    Duration span = past.chosen();
    Instant now = context.clock().instant();
    context
        .background()
        .call(
            () -> started.run(span, now),
            found -> show(started, found, now),
            sentence -> refused(started, sentence));
  }

  private void cancel() {
    if (run != null) {
      run.cancel();
    }
  }

  private void follow(LiveSnapshot snapshot, Instant now) {
    WhatIfRun shown = run;
    if (shown != null) {
      bar.setProgress(shown.size() == 0 ? 1 : (double) shown.done() / shown.size());
      progress.setText(messages.text("whatif.progress", shown.done(), shown.size()));
      stop.setDisable(shown.isCancelled() || !headline.getText().isEmpty());
    }
  }

  private void show(WhatIfRun of, Optional<WhatIfAnswer> found, Instant now) {
    if (of != run) {
      return;
    }
    confirm.setDisable(false);
    if (of.size() == 0) {
      headline.setText(messages.text("whatif.noDevice"));
    } else if (found.isEmpty()) {
      headline.setText(messages.text("whatif.stopped"));
    } else {
      WhatIfAnswer answer = found.get();
      headline.setText(words.headline(answer));
      note.setText(words.note(answer));
      same.setText(messages.text("whatif.same"));
      lines.getItems().setAll(words.lines(answer, context.session().live().latest(), now));
    }
  }

  private void refused(WhatIfRun of, String sentence) {
    if (of == run) {
      confirm.setDisable(false);
      headline.setText(sentence);
    }
  }

  /// As high as its words need.
  private static final class WholeLine extends ListCell<String> {
    WholeLine() {
      setWrapText(true);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable String line, boolean empty) {
      super.updateItem(line, empty);
      setText(empty ? null : line);
    }
  }
}
