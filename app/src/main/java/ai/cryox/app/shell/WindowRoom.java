package ai.cryox.app.shell;

import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// How much room the console's window takes.
///
/// @param whole whether it is all that the screen has
record WindowRoom(double width, double height, boolean whole) {
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;

  /// A screen up to this wide, px, belongs to the console alone, as in a control room.
  private static final double WHOLE_SCREEN = 1_920;

  /// What the primary screen offers.
  static WindowRoom ofScreen() {
    Rectangle2D room = Screen.getPrimary().getVisualBounds();
    boolean whole = room.getWidth() <= WHOLE_SCREEN;
    return new WindowRoom(
        whole ? room.getWidth() : WIDTH,
        whole ? room.getHeight() : Math.min(HEIGHT, room.getHeight()),
        whole);
  }

  /// An empty scene for a window of that size.
  Scene scene(Stage stage) {
    // Once restored it has the scene's size; without a window manager it has that from the start.
    stage.setMaximized(whole);
    return new Scene(new StackPane(), width, height);
  }
}
