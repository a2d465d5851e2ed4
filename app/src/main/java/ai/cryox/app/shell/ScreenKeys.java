package ai.cryox.app.shell;

import ai.cryox.app.screen.Destination;

/// Under which name the keys of a screen stand among the words. Pure.
final class ScreenKeys {
  private ScreenKeys() {}

  /// `OneDevice` has `keys.onOneDevice`; there may be no such text.
  static String of(Destination destination) {
    return "keys.%s%s".formatted("on", destination.getClass().getSimpleName());
  }
}
