package ai.cryox.app.shell;

import ai.cryox.app.fx.FrameMeter;
import ai.cryox.app.fx.FxPulse;
import ai.cryox.app.screen.AlarmWords;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.Frame;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.sound.Siren;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.live.LiveSnapshot;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// What is monitored on this machine while the window looks elsewhere: its worst alarm in words,
/// its sound, and the way back. FX thread only.
final class HomeBar {
  private final FxPulse pulse;
  private final ScreenContext context;
  private final Siren siren = new Siren();
  private final SoundControl sound;
  private final Label count = Nodes.label("", "home-count");
  private final Label words = Nodes.label("", "home-words");
  private final HBox root;

  /// @param around the window's own context
  /// @param clock this machine's
  /// @param goHome the way back
  HomeBar(Home home, ScreenContext around, InstantSource clock, Runnable goHome) {
    pulse = new FxPulse(home.session().live(), clock, new FrameMeter());
    context =
        new ScreenContext(
            home.session(),
            pulse,
            around.background(),
            around.units(),
            around.palette(),
            around.still(),
            around.remembered(),
            clock,
            new Back(around.frame(), goHome));
    sound = new SoundControl(context, siren);
    var messages = around.messages();
    String name = (messages.text("place.local") + " · " + home.name()).toUpperCase(Locale.ROOT);
    Button back = Nodes.button(messages.text("home.back"), messages.key("Ctrl+H"), goHome);
    back.setId("home-back");
    back.setMinWidth(Region.USE_PREF_SIZE);
    words.setId("home-words");
    words.setMinWidth(0);
    count.setMinWidth(Region.USE_PREF_SIZE);
    root =
        Nodes.row(12, Nodes.label(name, "place"), count, words, Nodes.spacer(), sound.node(), back);
    root.getStyleClass().add("home-bar");
    root.setId("home-bar");
  }

  /// What somebody wants at home is at home.
  private record Back(Frame around, Runnable goHome) implements Frame {
    @Override
    public void go(Destination destination) {
      goHome.run();
    }

    @Override
    public void back() {
      goHome.run();
    }

    @Override
    public void openCard(Node card, Node first) {
      around.openCard(card, first);
    }

    @Override
    public void oweCard(Node card, Node first) {
      around.oweCard(card, first);
    }

    @Override
    public void closeCard() {
      around.closeCard();
    }

    @Override
    public void say(String sentence) {
      around.say(sentence);
    }

    @Override
    public void showWall() {
      around.showWall();
    }

    @Override
    public void offerUndo(String sentence, Runnable undo) {
      around.offerUndo(sentence, undo);
    }

    @Override
    public void findDevice() {
      goHome.run();
    }
  }

  Node node() {
    return root;
  }

  void start() {
    pulse.attach(this::show);
    pulse.start();
  }

  void stop() {
    pulse.stop();
    siren.close();
  }

  /// Mutes what sounds here for a while.
  void mute() {
    sound.muteForAWhile();
  }

  private void show(LiveSnapshot snapshot, Instant now) {
    AlarmBarModel model = AlarmBarModel.of(snapshot, now, context.units());
    Trouble trouble = Trouble.of(snapshot, now, context.units());
    Alarm worst = model.worst();
    count.setText(
        context.messages().text("home.count", context.units().count(model.unacknowledged())));
    words.setText(
        trouble != null
            ? trouble.sentence()
            : worst == null ? model.sentence() : model.headline() + " · " + model.sentence());
    Nodes.wear(words, "label", "home-words", worst == null ? "muted" : AlarmWords.style(worst));
    sound.show(snapshot, now);
  }
}
