package ai.cryox.app.theme;

/// Whether anything on the screen may flash.
public enum Motion {
  /// As the desktop says.
  SYSTEM,
  /// What nobody has acknowledged flashes once a second.
  FLASHING,
  /// Nothing moves but values.
  STILL
}
