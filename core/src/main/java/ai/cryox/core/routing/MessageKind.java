package ai.cryox.core.routing;

/// The kinds of message that devices send.
public enum MessageKind {
  /// A temperature.
  READING,
  /// How a refrigeration unit works.
  TELEMETRY,
  /// A device about itself.
  STATUS,
  /// A device's own cry for help.
  ALERT
}
