package ai.cryox.backend.api;

import ai.cryox.core.backend.Control;

/// Who may make control calls, and what they reach.
///
/// @param control what is called
/// @param token must come with every call
public record ControlAccess(Control control, String token) {
  /// Without the token.
  @Override
  public String toString() {
    return "ControlAccess[" + control + "]";
  }
}
