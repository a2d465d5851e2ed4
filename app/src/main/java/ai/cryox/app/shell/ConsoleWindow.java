package ai.cryox.app.shell;

import ai.cryox.app.fx.Background;
import ai.cryox.app.fx.FrameMeter;
import ai.cryox.app.fx.FxPulse;
import ai.cryox.app.fx.LiveView;
import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.PngFile;
import ai.cryox.app.seat.RoleWords;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.PlaceNames;
import ai.cryox.app.text.Units;
import ai.cryox.app.text.WaySentences;
import ai.cryox.app.text.Wording;
import ai.cryox.app.theme.Appearance;
import ai.cryox.app.theme.Theme;
import ai.cryox.app.theme.ThemePreference;
import ai.cryox.app.theme.Zoom;
import ai.cryox.core.backend.Place;
import ai.cryox.core.backend.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The console: one window on one session. FX thread only.
public final class ConsoleWindow {
  private final Stage stage;
  private final ConsoleContext context;
  private final FrameMeter meter = new FrameMeter();
  private final FxPulse pulse;
  private final Background background;
  private final Scene scene;
  private final Theme theme;
  private final Session session;
  private final PlaceNames places;
  private Shell shell;
  private Messages messages;
  private boolean stopped;

  /// A window not yet shown.
  public ConsoleWindow(Stage stage, Session session, ConsoleContext context) {
    this.stage = stage;
    this.context = context;
    this.session = session;
    this.places = PlaceNames.of(session);
    this.messages = Messages.in(wording().language().locale(context.locale()));
    this.pulse = new FxPulse(session.live(), context.clock(), meter);
    this.background =
        new Background(
            pulse::later,
            sentence -> WaySentences.in(messages, sentence),
            problem -> messages.text("trouble.unexpected", problem),
            this::askWhoSits);
    this.scene = WindowRoom.ofScreen().scene(stage);
    this.theme = new Theme(scene, Appearance.of(context.remembered(), context.theme()));
    this.shell = furnish();
    scene.setRoot(new Zoom(shell.node(), theme.zoom()));
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED, new WindowKeys(() -> shell, this::takePicture)::pressed);
    new StrayKeys(scene, () -> shell.screenInFront());
    scene.addEventFilter(InputEvent.ANY, event -> shell.touch(event));
    stage.setScene(scene);
    title();
    stage.setMinWidth(1000);
    stage.setMinHeight(600);
    stage.setOnCloseRequest(event -> {
      event.consume();
      askToStop();
    });
  }

  private Wording wording() {
    return Wording.of(context.remembered());
  }

  private Units units() {
    return new Units(messages, context.zone(), wording().degrees(), places);
  }

  private Shell furnish() {
    return new Shell(
        session, context, pulse, background, units(), theme, this::takePicture, this::refurnish);
  }

  private void title() {
    stage.setTitle(
        "Cryox Console – %s · %s"
            .formatted(context.placeLine(messages), RoleWords.of(session.who(), messages)));
  }

  /// Makes everything within the window anew, in the language and with the degrees that somebody
  /// likes now, and goes where they were.
  private void refurnish() {
    Destination here = shell.here();
    shell.detach();
    messages = Messages.in(wording().language().locale(context.locale()));
    shell = furnish();
    scene.setRoot(new Zoom(shell.node(), theme.zoom()));
    title();
    shell.start();
    if (here != null) {
      shell.go(here);
    }
  }

  /// Shows the window with live values.
  public void show() {
    shell.start();
    stage.show();
    pulse.start();
  }

  /// Makes the screens that take longest before anybody goes there, while nobody touches anything.
  public void warmUp() {
    shell.warmUp();
  }

  /// What is made ahead.
  ScreenWarmUp warmth() {
    return shell.warmth();
  }

  /// Measures how smooth the window runs.
  public FrameMeter meter() {
    return meter;
  }

  /// Shows somebody else what the window shows, at the same beat.
  public void attach(LiveView view) {
    pulse.attach(view);
  }

  /// Somebody tried what they may not: perhaps only because nobody sits there.
  private void askWhoSits() {
    shell.deeds().seat().refuse();
  }

  /// Shows the display on the wall, or takes it away.
  void showWall() {
    shell.showWall();
  }

  /// The screen that is shown.
  Destination current() {
    return Objects.requireNonNull(shell.here());
  }

  /// Whether there is such a screen where the window looks.
  public boolean offers(Destination destination) {
    return shell.offers(destination);
  }

  /// Whether a card stands above the screen.
  public boolean hasCard() {
    return shell.hasCard();
  }

  /// Takes back what was said in the corner, and the way back that was offered with it.
  public void hush() {
    shell.hush();
  }

  /// Goes to a screen.
  public void go(Destination destination) {
    shell.go(destination);
  }

  /// Renders the window as it is now to a PNG file, without AWT and without a display.
  ///
  /// @throws IOException if the file cannot be written
  public void writePicture(Path file) throws IOException {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    PngFile.write(scene.snapshot(null), file);
  }

  /// The scene of the display on the wall, or `null` while there is none.
  @Nullable Scene wallScene() {
    return shell.wallDisplay().scene();
  }

  private void takePicture() {
    takePicture(PictureFile.usualFolder());
  }

  /// Takes a picture of the window, stamped with time, place and person: onto the clipboard, and
  /// into a file of the folder.
  void takePicture(Path folder) {
    Instant now = context.clock().instant();
    Image picture = ScreenPicture.of(scene, shell.stamp(now), theme.palette().get());
    ClipboardContent content = new ClipboardContent();
    content.putImage(picture);
    Clipboard.getSystemClipboard().setContent(content);
    background.call(
        () -> PictureFile.write(picture, folder, now, context.zone()),
        file -> shell.say(messages.text("picture.saved", file)),
        shell::say);
  }

  /// The window's scene.
  public Scene scene() {
    return scene;
  }

  /// Whether a screen still waits for an answer of the backend. Any thread.
  public boolean isBusy() {
    return background.isBusy();
  }

  /// Wears another theme, in another size, per cent.
  public void wear(ThemePreference look, int percent) {
    theme.prefer(theme.appearance().get().with(look).at(percent));
  }

  /// Takes this size, px, whatever the screen's is.
  public void resize(double width, double height) {
    stage.setMaximized(false);
    stage.setWidth(width);
    stage.setHeight(height);
  }

  /// Asks whether monitoring shall stop, as closing the window does.
  public void askToStop() {
    if (stopped) {
      return;
    }
    Button keep = Nodes.button(messages.text("close.keep"), "Esc", shell::closeCard);
    keep.getStyleClass().add("primary");
    keep.setDefaultButton(true);
    keep.setId("keep-monitoring");
    Button stop = Nodes.button(messages.text("close.stop"), "", this::stop);
    stop.getStyleClass().add("danger");
    stop.setId("stop-monitoring");
    Card card =
        new Card(messages.text("close.title"), 520)
            .text(messages.text(monitorsHere() ? "close.text" : "close.awayText"))
            .buttons(stop, keep);
    shell.openCard(card.node(), keep);
  }

  /// Whether closing the window stops monitoring on this machine.
  private boolean monitorsHere() {
    return context.place() == Place.LOCAL || context.home() != null;
  }

  private void stop() {
    stopped = true;
    close();
    context.onStopMonitoring().run();
  }

  /// Closes the window without asking; monitoring goes on.
  public void close() {
    leave();
    stage.hide();
  }

  /// Gives the stage to another window; monitoring goes on.
  void leave() {
    pulse.stop();
    shell.detach();
    background.close();
  }
}
