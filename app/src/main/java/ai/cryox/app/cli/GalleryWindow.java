package ai.cryox.app.cli;

import ai.cryox.app.bench.TemporaryFolder;
import ai.cryox.app.fx.FxThread;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.shell.ConsoleRun;
import ai.cryox.app.theme.ThemePreference;
import ai.cryox.app.wiring.HostPort;
import ai.cryox.app.wiring.Monitoring;
import ai.cryox.app.wiring.Wiring;
import java.io.IOException;
import java.time.InstantSource;

/// The console at its gallery, over a backend of its own that is gone afterwards: nothing that is
/// monitored on this machine is touched.
final class GalleryWindow {
  private GalleryWindow() {}

  /// Opens it and waits until it is closed.
  ///
  /// @throws IOException if the folder for temporary files has no room
  static void show(InstantSource clock, ThemePreference theme)
      throws IOException, InterruptedException {
    try (TemporaryFolder folder = new TemporaryFolder();
        Monitoring monitoring =
            new Wiring(clock).start(folder.path(), HostPort.ANY, HostPort.ANY, "gallery")) {
      Toolkit.start(true);
      ConsoleRun console = ConsoleRun.open(monitoring.session(), "Gallery", clock, theme);
      FxThread.get(() -> {
        console.window().go(new Destination.Gallery());
        return console;
      });
      console.awaitStop();
    }
  }
}
