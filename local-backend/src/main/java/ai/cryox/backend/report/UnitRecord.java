package ai.cryox.backend.report;

import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.compliance.Figures;
import ai.cryox.core.compliance.KineticRule;
import ai.cryox.core.compliance.KineticWindow;
import ai.cryox.core.device.Device;
import ai.cryox.core.excursion.CapaNote;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a report says of one unit, as it was gathered.
///
/// @param from when it came, if it was elsewhere before; else the period's beginning
/// @param until when it left, or the period's end
/// @param limits those that held in the period, by the epoch milliseconds from which they did
/// @param past what people changed about it in the period
/// @param calibrations of the register, oldest first
/// @param calibration the one that held at the period's end, or `null`
/// @param worst the worst window of the period, or `null` where there is no rule
/// @param strays what people wrote of excursions of which late readings or corrections left nothing
/// @param chart of the corrected temperatures
record UnitRecord(
    Device device,
    Instant from,
    Instant until,
    NavigableMap<Long, StorageProfile> limits,
    UnitPast past,
    List<Calibration> calibrations,
    @Nullable Calibration calibration,
    Figures figures,
    Optional<KineticRule> rule,
    KineticWindow.@Nullable Worst worst,
    List<ExcursionRecord> excursions,
    List<CapaNote> strays,
    Envelope chart) {
  UnitRecord {
    calibrations = List.copyOf(calibrations);
    excursions = List.copyOf(excursions);
    strays = List.copyOf(strays);
  }

  /// The same in a report in which other excursions come before those of this unit.
  ///
  /// @param earlier how many do
  UnitRecord after(int earlier) {
    return new UnitRecord(
        device,
        from,
        until,
        limits,
        past,
        calibrations,
        calibration,
        figures,
        rule,
        worst,
        excursions.stream().map(one -> one.after(earlier)).toList(),
        strays,
        chart);
  }

  /// Whether there are excursions, or notes on what was one.
  boolean hasExcursions() {
    return !excursions.isEmpty() || !strays.isEmpty();
  }

  /// Whether there is nothing to say of it but that nothing came.
  boolean isEmpty() {
    return figures.received() == 0
        && !hasExcursions()
        && past.turns().isEmpty()
        && past.moves().isEmpty();
  }

  /// The limits that held at the period's end.
  StorageProfile profile() {
    return limits.lastEntry().getValue();
  }

  String name() {
    return device.name();
  }
}
