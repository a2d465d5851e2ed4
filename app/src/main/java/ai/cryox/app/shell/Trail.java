package ai.cryox.app.shell;

import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.Screen;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// The way that somebody takes from screen to screen, and back. FX thread only.
final class Trail {
  /// So many screens back.
  private static final int LONGEST = 50;

  private final Screens screens;
  private final ScreenRoom room;
  private final ScreenWarmUp warmUp;
  private final Consumer<Destination> arrival;
  private final Deque<Destination> behind = new ArrayDeque<>();
  private @Nullable Destination here;
  private @Nullable Screen shown;

  /// @param room where screens are shown
  /// @param warmUp may have the next screen backstage
  /// @param arrival told where somebody is now
  Trail(Screens screens, ScreenRoom room, ScreenWarmUp warmUp, Consumer<Destination> arrival) {
    this.screens = screens;
    this.room = room;
    this.warmUp = warmUp;
    this.arrival = arrival;
  }

  /// Shows a screen; `back` returns from it.
  void go(Destination destination) {
    if (here != null && !here.equals(destination)) {
      behind.push(here);
      if (behind.size() > LONGEST) {
        behind.removeLast();
      }
    }
    enter(destination);
  }

  /// Returns to the screen before, if there is one.
  void back() {
    if (!behind.isEmpty()) {
      enter(behind.pop());
    }
  }

  /// Where the person is; `null` before the first screen.
  @Nullable Destination here() {
    return here;
  }

  /// The screen that is shown; `null` before the first.
  @Nullable Screen shown() {
    return shown;
  }

  /// Nobody looks any more.
  void end() {
    if (shown != null) {
      shown.detach();
    }
  }

  private void enter(Destination destination) {
    if (shown != null) {
      shown.detach();
    }
    warmUp.yieldTo(destination);
    Screen next = screens.of(destination);
    Node node = next.node();
    here = destination;
    shown = next;
    room.show(next);
    arrival.accept(destination);
    next.attach(destination);
    next.focus();
    if (!hasKeyboard(node)) {
      // What bars hold is in the scene once they are dressed.
      node.applyCss();
      next.focus();
    }
  }

  private static boolean hasKeyboard(Node part) {
    Node at = part.getScene() == null ? null : part.getScene().getFocusOwner();
    while (at != null && !at.equals(part)) {
      at = at.getParent();
    }
    return at != null;
  }
}
