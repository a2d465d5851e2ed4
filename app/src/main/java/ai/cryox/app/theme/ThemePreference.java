package ai.cryox.app.theme;

/// What somebody wants the console to look like.
public enum ThemePreference {
  /// For a dark room.
  DARK,
  /// For a bright room.
  LIGHT,
  /// White on black, with edges instead of shades.
  HIGH_CONTRAST,
  /// As the desktop says.
  SYSTEM
}
