package ai.cryox.app.screen;

/// Takes a person from screen to screen. FX thread only.
public interface Navigator {
  /// Shows a screen; `back` returns from it.
  void go(Destination destination);

  /// Returns to the screen before, if there is one.
  void back();
}
