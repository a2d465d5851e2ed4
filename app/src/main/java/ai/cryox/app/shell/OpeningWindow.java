package ai.cryox.app.shell;

import ai.cryox.app.fx.Remembered;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Wording;
import ai.cryox.app.theme.Appearance;
import ai.cryox.app.theme.FirstLook;
import ai.cryox.app.theme.Fonts;
import ai.cryox.app.theme.Palette;
import ai.cryox.app.theme.Theme;
import ai.cryox.app.theme.ThemePreference;
import ai.cryox.app.theme.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.layout.Background;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The window while the backend is still being opened: it says so, and is where the console will
/// be. It has no control and no style sheet, so that nothing need be read before it stands there;
/// the toolkit gets ready for the rest after that. FX thread only.
public final class OpeningWindow {
  /// With the second one the first has been drawn.
  private static final int FRAMES = 2;

  /// What is never drawn, because the desktop shows something else, keeps nobody waiting.
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Stage stage = new Stage();
  private final CountDownLatch drawn = new CountDownLatch(1);
  private volatile @Nullable Instant drawnAt;

  private OpeningWindow(
      String dataSet, ThemePreference theme, Remembered remembered, InstantSource clock) {
    Fonts.loadRegular();
    Messages messages = Messages.in(Wording.of(remembered).language().locale(Locale.getDefault()));
    Appearance look = Appearance.of(remembered, theme);
    Palette colours = Theme.wanted(look.theme());
    Text words = new Text(messages.text("opening.text", dataSet));
    words.setId("opening");
    words.setFont(Fonts.regular(Type.BODY.px() * look.percent() / 100.0));
    words.setFill(colours.muted());
    Scene scene = WindowRoom.ofScreen().scene(stage);
    scene.setFill(colours.ground());
    StackPane room = new StackPane(words);
    // The toolkit's own sheet would lay a white ground over the scene's.
    room.setBackground(Background.fill(colours.ground()));
    scene.setRoot(room);
    stage.setScene(scene);
    stage.setTitle("Cryox Console");
    // Whoever wants to stop is asked by the console, which knows what that means.
    stage.setOnCloseRequest(event -> event.consume());
    stage.show();
    getReadyAfterFirstFrame(clock);
  }

  /// Reads what any such window needs, whatever it will say. Not on the FX thread, which has better
  /// things to do then; the toolkit must run.
  public static void prepare() {
    Fonts.loadRegular();
    Messages messages = Messages.in(Locale.getDefault());
    Text words = new Text(messages.text("opening.text", ""));
    words.setFont(Fonts.regular(Type.BODY.px()));
    // Lays a text out for the first time.
    words.prefWidth(-1);
  }

  private void getReadyAfterFirstFrame(InstantSource clock) {
    new AnimationTimer() {
      private int frames;

      @Override
      public void handle(long now) {
        if (++frames == FRAMES) {
          stop();
          drawnAt = clock.instant();
          drawn.countDown();
          FirstLook.take();
        }
      }
    }.start();
  }

  /// Shows it.
  ///
  /// @param dataSet the name of what is being opened
  public static OpeningWindow show(
      String dataSet, ThemePreference theme, Remembered remembered, InstantSource clock) {
    return new OpeningWindow(dataSet, theme, remembered, clock);
  }

  /// When its first frame had been drawn; `null` = not yet. Any thread.
  public @Nullable Instant drawnAt() {
    return drawnAt;
  }

  /// Waits until its first frame has been drawn: to make the console before would keep people from
  /// seeing anything. Not on the FX thread.
  public void awaitFirstFrame() throws InterruptedException {
    var _ = drawn.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  Stage stage() {
    return stage;
  }
}
