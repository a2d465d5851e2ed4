package ai.cryox.app.shell;

import ai.cryox.app.fx.FxThread;
import ai.cryox.app.theme.ThemePreference;
import ai.cryox.core.backend.Place;
import ai.cryox.core.backend.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.stage.Stage;

/// A console window over a session, from its opening until somebody stops monitoring.
public final class ConsoleRun {
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final ConsoleWindow window;

  private ConsoleRun(Session session, String dataSet, InstantSource clock, ThemePreference theme) {
    window =
        new ConsoleWindow(
            new Stage(),
            session,
            new ConsoleContext(
                Place.LOCAL,
                dataSet,
                clock,
                ZoneId.systemDefault(),
                Locale.getDefault(),
                theme,
                stopped::countDown));
    window.show();
  }

  /// Opens the window. The toolkit must run.
  public static ConsoleRun open(
      Session session, String dataSet, InstantSource clock, ThemePreference theme) {
    return FxThread.get(() -> new ConsoleRun(session, dataSet, clock, theme));
  }

  /// The window. FX thread only.
  public ConsoleWindow window() {
    return window;
  }

  /// Waits until somebody agrees to stop monitoring.
  public void awaitStop() throws InterruptedException {
    stopped.await();
  }

  /// Writes what the window shows to a PNG file.
  public void writePicture(Path file) {
    FxThread.get(() -> {
      try {
        window.writePicture(file);
        return file;
      } catch (IOException failed) {
        throw new UncheckedIOException("The picture %s cannot be written.".formatted(file), failed);
      }
    });
  }
}
