package ai.cryox.app.shell;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.Screen;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The room that the frame leaves to a screen. In a narrow window, or where everything is shown
/// much larger, a screen that needs more is moved to and fro by bars, so that nothing of it is out
/// of reach. A screen that stays at hand stays in the window, unseen, so that its style need not be
/// worked out again when somebody comes back. FX thread only.
final class ScreenRoom {
  private final BorderPane frame;
  private final ScrollPane bars = Nodes.sharp(new ScrollPane());
  private final StackPane stage = new StackPane();
  private @Nullable Screen screen;
  private boolean isTight;

  /// What is unseen is left out when everything is dressed anew: nobody waits for its style.
  private final InvalidationListener undressing =
      _ -> stage.getChildren().removeIf(node -> !node.isVisible());

  /// @param frame in the middle of which it is
  /// @param look changes before everything is dressed anew
  ScreenRoom(BorderPane frame, Observable look) {
    this.frame = frame;
    look.addListener(new WeakInvalidationListener(undressing));
    bars.setId("screen-room");
    bars.getStyleClass().add("screen-room");
    bars.setFitToWidth(true);
    bars.setFitToHeight(true);
    bars.setFocusTraversable(false);
    frame.setCenter(stage);
  }

  /// Shows a screen instead of the one before.
  void show(Screen next) {
    if (screen != null && !screen.equals(next)) {
      leave(screen);
    }
    screen = next;
    enter(next.node());
    see(next.node(), true);
  }

  private void leave(Screen before) {
    if (before.isAtHand()) {
      see(before.node(), false);
    } else {
      stage.getChildren().remove(before.node());
    }
  }

  private void enter(Node node) {
    if (!stage.getChildren().contains(node)) {
      stage.getChildren().add(node);
    }
  }

  private static void see(Node node, boolean isSeen) {
    node.setVisible(isSeen);
    node.setManaged(isSeen);
  }

  /// How wide the screen must be, px, so that nothing of it is pushed out of the window.
  double needs() {
    return screen == null ? 0 : screen.node().minWidth(-1);
  }

  /// Says whether there is little room. Whoever has the keyboard keeps it.
  void tighten(boolean tight) {
    if (tight == isTight) {
      return;
    }
    isTight = tight;
    Scene scene = frame.getScene();
    Node keyboard = scene == null ? null : scene.getFocusOwner();
    bars.setContent(isTight ? stage : null);
    frame.setCenter(isTight ? bars : stage);
    if (keyboard != null) {
      // What the bars hold is in the scene once they are dressed.
      bars.applyCss();
      bars.layout();
      keyboard.requestFocus();
    }
  }

  /// How high a screen is, px.
  double height() {
    return stage.getLayoutBounds().getHeight();
  }

  /// Gives a screen its style and its size where nobody sees it, but in the same window, because
  /// style is remembered by window.
  ///
  /// @param height of it, px; no more than there is room
  void dress(Screen next, double height) {
    Node node = next.node();
    if (!next.equals(screen)) {
      see(node, false);
      enter(node);
    }
    node.resize(stage.getLayoutBounds().getWidth(), Math.min(height, height()));
    node.applyCss();
    stage.layout();
  }

  /// Lets go of it, as it is.
  void undress(Screen next) {
    if (!next.equals(screen)) {
      leave(next);
    }
  }
}
