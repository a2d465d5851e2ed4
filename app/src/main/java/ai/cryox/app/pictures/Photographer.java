package ai.cryox.app.pictures;

import ai.cryox.app.fx.FxThread;
import ai.cryox.app.shell.ConsoleRun;
import ai.cryox.app.theme.ThemePreference;
import ai.cryox.core.live.LiveSnapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Walks through a window and takes its pictures. Not on the FX thread.
final class Photographer {
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(40);
  private static final int CALM_LOOKS = 4;
  private static final int MOST_LOOKS = 500;

  private final ConsoleRun console;
  private final PictureWish wish;

  Photographer(ConsoleRun console, PictureWish wish) {
    this.console = console;
    this.wish = wish;
  }

  /// Goes once everywhere, so that each screen has what the backend answers.
  void walk(LiveSnapshot snapshot) {
    wish.sizes().stream().limit(1).forEach(this::resize);
    for (Sight sight : wanted(snapshot)) {
      go(sight);
      leave(sight);
    }
  }

  private List<Sight> wanted(LiveSnapshot snapshot) {
    return Sight.of(snapshot.devices()).stream()
        .filter(wish.sights())
        .filter(sight -> FxThread.get(() -> console.window().offers(sight.place())))
        .toList();
  }

  /// Takes a picture of everything wanted, in all themes and sizes.
  ///
  /// @return the files
  List<Path> shoot(PictureState state, LiveSnapshot snapshot) {
    List<Path> files = new ArrayList<>();
    for (PictureWish.Size size : wish.sizes()) {
      resize(size);
      for (ThemePreference theme : wish.themes()) {
        onFx(() -> console.window().wear(theme, wish.percent()));
        for (Sight sight : wanted(snapshot)) {
          if (go(sight)) {
            Path file = wish.file(sight.name(), state, theme, size);
            console.writePicture(file);
            files.add(file);
          }
          leave(sight);
        }
      }
    }
    return files;
  }

  private void resize(PictureWish.Size size) {
    onFx(() -> console.window().resize(size.width(), size.height()));
    settle();
  }

  /// @return whether it stands there: where there is no alarm, no card puts one aside
  private boolean go(Sight sight) {
    onFx(() -> console.window().go(sight.place()));
    settle();
    for (KeyCombination keys : sight.keys()) {
      press((KeyCodeCombination) keys);
      settle();
    }
    return sight.keys().isEmpty() || FxThread.get(console.window()::hasCard);
  }

  private void leave(Sight sight) {
    if (!sight.keys().isEmpty()) {
      press(new KeyCodeCombination(KeyCode.ESCAPE));
      // Why a card did not open is no part of what is looked at next.
      onFx(console.window()::hush);
    }
  }

  private void press(KeyCodeCombination keys) {
    boolean shortcut = keys.getShortcut() == KeyCombination.ModifierValue.DOWN;
    onFx(() -> {
      var scene = console.window().scene();
      Node owner = scene.getFocusOwner();
      Event.fireEvent(
          owner == null ? scene.getRoot() : owner,
          new KeyEvent(
              KeyEvent.KEY_PRESSED, "", "", keys.getCode(), false, shortcut, false, shortcut));
    });
  }

  /// Waits until all answers are there and have been drawn.
  private void settle() {
    int calm = 0;
    for (int i = 0; i < MOST_LOOKS && calm < CALM_LOOKS; i++) {
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
      boolean busy = FxThread.get(console.window()::isBusy);
      calm = busy ? 0 : calm + 1;
    }
  }

  private static void onFx(Runnable work) {
    FxThread.get(() -> {
      work.run();
      return work;
    });
  }
}
