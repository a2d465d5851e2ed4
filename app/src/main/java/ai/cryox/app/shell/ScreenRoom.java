package ai.cryox.app.shell;

import ai.cryox.app.screen.Nodes;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The room that the frame leaves to a screen. In a narrow window, or where everything is shown
/// much larger, a screen that needs more is moved to and fro by bars, so that nothing of it is out
/// of reach. FX thread only.
final class ScreenRoom {
  private final BorderPane frame;
  private final ScrollPane bars = Nodes.sharp(new ScrollPane());
  private final StackPane backstage = new StackPane();
  private @Nullable Node screen;
  private boolean isTight;

  /// @param frame in the middle of which it is
  ScreenRoom(BorderPane frame) {
    this.frame = frame;
    bars.setId("screen-room");
    bars.getStyleClass().add("screen-room");
    bars.setFitToWidth(true);
    bars.setFitToHeight(true);
    bars.setFocusTraversable(false);
    backstage.setManaged(false);
    backstage.setVisible(false);
    frame.getChildren().add(backstage);
  }

  /// Shows a screen instead of the one before.
  void show(Node node) {
    screen = node;
    place();
  }

  /// How wide the screen must be, px, so that nothing of it is pushed out of the window.
  double needs() {
    return screen == null ? 0 : screen.minWidth(-1);
  }

  /// Says whether there is little room. Whoever has the keyboard keeps it.
  void tighten(boolean tight) {
    if (tight == isTight) {
      return;
    }
    isTight = tight;
    Scene scene = frame.getScene();
    Node keyboard = scene == null ? null : scene.getFocusOwner();
    place();
    if (keyboard != null) {
      // What the bars hold is in the scene once they are dressed.
      bars.applyCss();
      bars.layout();
      keyboard.requestFocus();
    }
  }

  private void place() {
    bars.setContent(isTight ? screen : null);
    frame.setCenter(isTight ? bars : screen);
  }

  /// How high a screen is, px.
  double height() {
    Node middle = frame.getCenter();
    return middle == null ? 0 : middle.getLayoutBounds().getHeight();
  }

  /// Gives a screen its style and its size where nobody sees it, but in the same window, because
  /// style is remembered by window.
  ///
  /// @param height of it, px; no more than there is room
  void dress(Node node, double height) {
    Node middle = frame.getCenter();
    double width = middle == null ? 0 : middle.getLayoutBounds().getWidth();
    if (!backstage.getChildren().contains(node)) {
      backstage.getChildren().setAll(node);
    }
    backstage.resize(width, Math.min(height, height()));
    backstage.applyCss();
    backstage.layout();
  }

  /// Lets go of it, as it is.
  void undress() {
    backstage.getChildren().clear();
  }
}
