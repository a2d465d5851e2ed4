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
}
