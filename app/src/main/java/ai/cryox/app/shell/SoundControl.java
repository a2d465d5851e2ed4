package ai.cryox.app.shell;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.sound.Siren;
import ai.cryox.app.sound.SoundDesk;
import ai.cryox.core.live.LiveSnapshot;
import java.time.Instant;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// The button that mutes the siren for a while, and what it says of the sound. FX thread only.
final class SoundControl {
  private final ScreenContext context;
  private final SoundDesk desk = new SoundDesk();
  private final Siren siren;
  private final Button button;
  private final Tooltip why = new Tooltip();

  SoundControl(ScreenContext context, Siren siren) {
    this.context = context;
    this.siren = siren;
    button = Nodes.button(name(), context.messages().key("Ctrl+M"), this::muteForAWhile);
    button.setId("mute");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setDisable(true);
  }

  private String name() {
    return context.messages().text("bar.mute", context.units().duration(SoundDesk.MUTE));
  }

  Button node() {
    return button;
  }

  /// Mutes what sounds now.
  void muteForAWhile() {
    if (desk.isSounding()) {
      desk.mute(context.clock().instant());
      context.pulse().beatNow();
    }
  }

  /// Takes in the newest state and lets the siren say it.
  void show(LiveSnapshot snapshot, Instant now) {
    SoundDesk.Hearing hearing = desk.hear(snapshot.escalations(), now);
    siren.play(hearing.heard());
    if (!hearing.fresh().isEmpty()) {
      confirm(hearing);
    }
    if (hearing.backAfterMute() > 0) {
      context.frame().say(context.messages().text("bar.nag", hearing.backAfterMute()));
    }
    say(hearing);
  }

  /// Only what a console has shown counts as delivered to the desktop.
  private void confirm(SoundDesk.Hearing hearing) {
    context
        .background()
        .call(
            () -> {
              context.session().callouts().shown(hearing.fresh());
              return hearing;
            },
            _ -> {},
            context.frame()::say);
  }

  private void say(SoundDesk.Hearing hearing) {
    var messages = context.messages();
    boolean muted = !hearing.mutedFor().isZero();
    boolean deaf = siren.isMute() && hearing.heard() != null;
    String text =
        deaf
            ? messages.text("bar.quiet")
            : muted
                ? messages.text("bar.muted", context.units().countdown(hearing.mutedFor()))
                : name();
    if (!text.equals(button.getText())) {
      button.setText(text);
      button.setAccessibleText(text + ", " + messages.key("Ctrl+M"));
      why.setText(messages.text("bar.quietWhy"));
      button.setTooltip(deaf ? why : null);
    }
    button.setDisable(!desk.isSounding() || muted || deaf);
  }
}
