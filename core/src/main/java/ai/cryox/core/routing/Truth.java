package ai.cryox.core.routing;

/// What a condition says of a message. `UNKNOWN` is what comes of asking for a property that the
/// message does not have; a route takes only what is `TRUE`.
public enum Truth {
  /// It is so.
  TRUE,
  /// It is not so.
  FALSE,
  /// The message does not say.
  UNKNOWN;

  static Truth of(boolean value) {
    return value ? TRUE : FALSE;
  }

  Truth negated() {
    return switch (this) {
      case TRUE -> FALSE;
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
