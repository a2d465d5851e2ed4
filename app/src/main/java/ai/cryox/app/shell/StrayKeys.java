package ai.cryox.app.shell;

import ai.cryox.app.screen.Screen;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// A screen's own keys hold wherever the keyboard is in the window, such as on a button of the
/// alarm bar: what nobody wanted goes to the screen, and the keyboard with it. FX thread only.
final class StrayKeys {
  private final Scene scene;
  private final Supplier<@Nullable Screen> screen;
  private boolean handing;

  /// @param screen the one that keys are for now; `null` while a card is above it
  StrayKeys(Scene scene, Supplier<@Nullable Screen> screen) {
    this.scene = scene;
    this.screen = screen;
    scene.addEventHandler(KeyEvent.KEY_PRESSED, this::take);
  }

  private void take(KeyEvent event) {
    Screen below = screen.get();
    if (handing || below == null || !isWord(event)) {
      return;
    }
    Node before = scene.getFocusOwner();
    below.focus();
    Node now = scene.getFocusOwner();
    boolean hadIt = isWithin(event.getTarget(), below.node());
    if (hadIt && (now == null || now.equals(before))) {
      return;
    }
    if (now instanceof TextInputControl) {
      // What is no key of this screen is not typed into it either.
      if (before != null) {
        before.requestFocus();
      }
      return;
    }
    // A screen that is empty may have nothing that takes the keyboard.
    Node to = now != null && isWithin(now, below.node()) ? now : below.node();
    handing = true;
    try {
      Event.fireEvent(to, event.copyFor(to, to));
    } finally {
      handing = false;
    }
    event.consume();
  }

  private static boolean isWithin(Object part, Node whole) {
    Node at = part instanceof Node node ? node : null;
    while (at != null && !at.equals(whole)) {
      at = at.getParent();
    }
    return at != null;
  }

  private static boolean isWord(KeyEvent event) {
    KeyCode code = event.getCode();
    return (code.isLetterKey() || code.isDigitKey() || code == KeyCode.DELETE)
        && !event.isShortcutDown()
        && !event.isAltDown()
        && !event.isMetaDown()
        && !(event.getTarget() instanceof TextInputControl);
  }
}
