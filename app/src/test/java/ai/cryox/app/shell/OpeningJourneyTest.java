package ai.cryox.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.fx.FxThread;
import ai.cryox.app.fx.Remembered;
import ai.cryox.app.theme.Theme;
import ai.cryox.app.theme.ThemePreference;
import java.nio.file.Path;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningJourneyTest {
  @TempDir Path folder;

  @Test
  void iAmToldWhatIsBeingOpenedUntilTheConsoleStandsInTheSameWindow() throws Exception {
    ConsoleFixture site = new ConsoleFixture(folder);
    try {
      // As a start does, on another thread.
      OpeningWindow.prepare();
      OpeningWindow opening =
          FxThread.get(() ->
              OpeningWindow.show("Harbour store", ThemePreference.DARK, Remembered.forNow(), site));
      site.await("the first frame", () -> opening.drawnAt() != null);
      opening.awaitFirstFrame();
      assertEquals(
          "Harbour store is being opened\u2026",
          FxThread.get(() -> ((Text) opening.stage().getScene().lookup("#opening")).getText()));
      Stage stage = opening.stage();
      assertTrue(closeAndLook(stage), "whoever closes it too early is not left without a window");

      ConsoleRun console =
          ConsoleRun.open(
              opening,
              site.session(),
              "Harbour store",
              site,
              ThemePreference.DARK,
              null,
              Remembered.forNow());
      assertSame(stage, FxThread.get(() -> console.window().scene().getWindow()));
      assertNotNull(FxThread.get(() -> console.window().scene().lookup("#acknowledge")));
      FxThread.get(() -> {
        console.window().close();
        return console;
      });
    } finally {
      site.close();
    }
  }

  @Test
  void nothingWhiteFlashesInADarkRoom() throws Exception {
    ConsoleFixture site = new ConsoleFixture(folder);
    try {
      OpeningWindow opening =
          FxThread.get(() ->
              OpeningWindow.show("Harbour store", ThemePreference.DARK, Remembered.forNow(), site));
      site.await("the first frame", () -> opening.drawnAt() != null);
      assertEquals(
          Theme.wanted(ThemePreference.DARK).ground(),
          FxThread.get(
              () -> opening.stage().getScene().snapshot(null).getPixelReader().getColor(4, 4)));
      FxThread.get(() -> {
        opening.stage().hide();
        return opening;
      });
    } finally {
      site.close();
    }
  }

  /// @return whether it is still there
  private static boolean closeAndLook(Stage stage) {
    return FxThread.get(() -> {
      stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
      return stage.isShowing();
    });
  }
}
