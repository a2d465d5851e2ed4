package ai.cryox.core.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Which reports there are.
public enum ReportKind {
  /// All units of a facility in a period.
  PERIOD,
  /// One unit in a period.
  UNIT,
  /// Every excursion of a period with all that was done about it.
  EXCURSION,
  /// What happened to alarms.
  ALARMS,
  /// The audit trail.
  AUDIT,
  /// The calibration register, and what is due.
  CALIBRATION,
  /// What the next shift must know.
  HANDOVER,
  /// One unit on its way from here to there.
  TRIP;

  /// As it is written on the command line and on the wire, such as `period`.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether it is about one unit and needs its name.
  public boolean isOfOneUnit() {
    return this == UNIT || this == TRIP;
  }

  /// Whether readings go into it.
  public boolean hasReadings() {
    return this == PERIOD || this == UNIT || this == EXCURSION || this == TRIP;
  }

  /// The kind of that name, in any case.
  ///
  /// @throws IllegalArgumentException if there is none, with a sentence
  public static ReportKind named(String name) {
    for (ReportKind kind : values()) {
      if (kind.wireName().equalsIgnoreCase(name.strip())) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "There is no report '%s'; there are %s."
            .formatted(
                name,
                Arrays.stream(values())
                    .map(ReportKind::wireName)
                    .collect(Collectors.joining(", "))));
  }
}
