package ai.cryox.app.screen;

import ai.cryox.core.reading.Quantity;
import ai.cryox.core.report.ReportKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somewhere a person can go in the console.
public sealed interface Destination {
  /// The wall of tiles.
  ///
  /// @param deviceId the device to select, or `null`
  record Overview(@Nullable String deviceId) implements Destination {}

  /// A facility with its devices where they stand.
  record FloorPlan() implements Destination {}

  /// The list of alarms.
  ///
  /// @param alarmId the alarm to select, or `null`
  /// @param only the device whose alarms are looked through, or `null`
  record Alarms(@Nullable String alarmId, @Nullable AlarmsOf only) implements Destination {
    /// All alarms.
    public Alarms(@Nullable String alarmId) {
      this(alarmId, null);
    }
  }

  /// All alarms of one device, those of today and those that once were.
  ///
  /// @param since raised no earlier, or `null` for a year back
  record AlarmsOf(String deviceId, @Nullable Instant since) {}

  /// The page of one device.
  ///
  /// @param deviceId the device, or `null` for the list to choose from
  record OneDevice(@Nullable String deviceId) implements Destination {}

  /// Measurements over time.
  ///
  /// @param deviceId a device that is shown beside what is shown there already, or `null`
  /// @param quantity what of it, or `null` for its temperature
  /// @param around a moment to look at, or `null` for now
  record Trends(@Nullable String deviceId, @Nullable Quantity quantity, @Nullable Instant around)
      implements Destination {}

  /// What units draw, what that costs, what is saved.
  record Energy() implements Destination {}

  /// How well the alarm system itself works.
  record Health() implements Destination {}

  /// What the next shift must know.
  record Handover() implements Destination {}

  /// The storage profiles and their limits.
  record Profiles() implements Destination {}

  /// Who hears of alarms.
  record Callouts() implements Destination {}

  /// Servers to look at, and the way home.
  record Servers() implements Destination {}

  /// What can be chosen about the console.
  record Settings() implements Destination {}

  /// Messages that could not be used.
  record Rejected() implements Destination {}

  /// The first steps of a new installation.
  record FirstSteps() implements Destination {}

  /// Who can sign in, and what they may do.
  record People() implements Destination {}

  /// Who did or tried what.
  record Audit() implements Destination {}

  /// When goods were out of range.
  record Excursions() implements Destination {}

  /// The reports that are kept.
  ///
  /// @param wanted the one to ask about at once, or `null`
  record Reports(@Nullable Wanted wanted) implements Destination {}

  /// A report that somebody may want.
  ///
  /// @param deviceId only about this unit, or `null`
  record Wanted(
      ReportKind kind, String facilityId, @Nullable String deviceId, Instant from, Instant until) {}

  /// The calibration register.
  record Calibrations() implements Destination {}

  /// The registry of devices.
  record Registry() implements Destination {}

  /// Every control in every state; for whoever changes the look.
  record Gallery() implements Destination {}
}
