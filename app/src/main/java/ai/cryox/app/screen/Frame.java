package ai.cryox.app.screen;

import javafx.scene.Node;
import javafx.scene.control.Label;

/// What a screen may ask of the window around it. FX thread only.
public interface Frame extends Navigator {
  /// Shows a card above everything; the rest waits. A second card replaces the first.
  ///
  /// @param card what is shown
  /// @param first where the keyboard goes
  void openCard(Node card, Node first);

  /// Shows a card that somebody must have seen: at once if none is open, or when the open one is
  /// closed; none replaces it.
  void oweCard(Node card, Node first);

  /// Takes the card away.
  void closeCard();

  /// Takes the card away that this is a part of. Where somebody has closed it meanwhile, what is
  /// open now stays: an answer may come late.
  default void closeCard(Node part) {
    if (part.getScene() != null) {
      closeCard();
    }
  }

  /// Says why something was refused: where it was asked, or in the corner if that card is gone.
  default void refuse(Label trouble, String sentence) {
    if (trouble.getScene() == null) {
      say(sentence);
    } else {
      Nodes.say(trouble, sentence);
    }
  }

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
