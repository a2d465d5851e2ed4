package ai.cryox.app.screen;

import javafx.scene.Node;

/// What a screen may ask of the window around it. FX thread only.
public interface Frame extends Navigator {
  /// Shows a card above everything; the rest waits. A second card replaces the first.
  ///
  /// @param card what is shown
  /// @param first where the keyboard goes
  void openCard(Node card, Node first);

  /// Takes the card away.
  void closeCard();

  /// Says a sentence in a corner for a while.
  void say(String sentence);

  /// Opens the window for a display on the wall, or closes it.
  void showWall();

  /// Says that something was done, and offers the way back for a while.
  ///
  /// @param undo run once at most, on the FX thread
  void offerUndo(String sentence, Runnable undo);

  /// Lets the person look for a device and go to it.
  void findDevice();
}
