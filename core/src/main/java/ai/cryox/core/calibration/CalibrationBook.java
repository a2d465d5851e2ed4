package ai.cryox.core.calibration;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One device's calibrations: which of them corrects a value of some time, as it was known at some
/// other time.
///
/// @param entries in any order
public record CalibrationBook(List<Calibration> entries) {
  /// Without any.
  public static final CalibrationBook EMPTY = new CalibrationBook(List.of());

  public CalibrationBook {
    entries =
        entries.stream()
            .sorted(
                Comparator.comparing(Calibration::recordedAt)
                    .thenComparingLong(Calibration::number))
            .toList();
  }

  /// The entry that corrects values of a time: of those known by then the one valid last, of equal
  /// ones the one entered last; `null` if there is none.
  ///
  /// @param time event time
  /// @param knownAt entries made after this do not count
  public @Nullable Calibration at(Instant time, Instant knownAt) {
    Calibration found = null;
    for (Calibration entry : entries) {
      if (!entry.recordedAt().isAfter(knownAt)
          && !entry.validFrom().isAfter(time)
          && (found == null || !entry.validFrom().isBefore(found.validFrom()))) {
        found = entry;
      }
    }
    return found;
  }

  /// Which correction holds from which epoch millisecond on, as it was known at some time.
  public NavigableMap<Long, Correction> corrections(Instant knownAt) {
    NavigableMap<Long, Correction> corrections = new TreeMap<>();
    for (Calibration entry : entries) {
      if (!entry.recordedAt().isAfter(knownAt)) {
        corrections.put(entry.validFrom().toEpochMilli(), entry.correction());
      }
    }
    return corrections;
  }
}
