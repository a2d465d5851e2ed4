package ai.cryox.app.screen;

import org.jspecify.annotations.Nullable;

/// Somewhere a person can go in the console.
public sealed interface Destination {
  /// The wall of tiles.
  record Overview() implements Destination {}

  /// The list of alarms.
  ///
  /// @param alarmId the alarm to select, or `null`
  record Alarms(@Nullable String alarmId) implements Destination {}

  /// One device's page.
  ///
  /// @param deviceId which, or `null` for the one shown last or the worst
  record OneDevice(@Nullable String deviceId) implements Destination {}

  /// Messages that could not be used.
  record Rejected() implements Destination {}
}
