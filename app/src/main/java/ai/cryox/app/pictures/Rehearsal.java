package ai.cryox.app.pictures;

import ai.cryox.app.fx.FxThread;
import ai.cryox.app.shell.ConsoleRun;
import ai.cryox.app.theme.ThemePreference;
import ai.cryox.core.live.LiveSnapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// A walk through a window that nobody looks at.
public final class Rehearsal {
  private Rehearsal() {}

  /// Goes to every screen once, and opens the usual cards. JavaFX must run; not on its thread.
  ///
  /// @param snapshot what is monitored
  public static void walk(ConsoleRun console, LiveSnapshot snapshot) {
    PictureWish wish =
        new PictureWish(
            Path.of(""),
            Locale.getDefault(),
            List.of(PictureState.NORMAL),
            List.of(ThemePreference.DARK),
            List.of(new PictureWish.Size(1280, 800)),
            100,
            List.of());
    FxThread.get(WideFrames::drop);
    new Photographer(console, wish).walk(snapshot);
  }
}
