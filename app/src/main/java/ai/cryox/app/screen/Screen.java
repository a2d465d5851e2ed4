package ai.cryox.app.screen;

import javafx.scene.Node;

/// One screen of the console. FX thread only.
public interface Screen {
  /// What is shown.
  Node node();

  /// Starts following live state; called when the screen comes into view.
  void attach(Destination destination);

  /// Stops following; called when it goes out of view.
  void detach();

  /// Puts the keyboard where work starts.
  void focus();

  /// Whether it stays in the window, unseen, when it goes out of view: for screens of many nodes to
  /// which people come back all the time.
  default boolean isAtHand() {
    return false;
  }
}
