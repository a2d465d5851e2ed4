package ai.cryox.app.calibrations;

import ai.cryox.app.screen.FactPanel.Fact;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.calibration.Correction;
import ai.cryox.core.live.LiveSnapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// An entry of the register in words. FX thread only.
final class CalibrationWords {
  private final Units units;
  private final Messages messages;

  CalibrationWords(Units units) {
    this.units = units;
    this.messages = units.messages();
  }

  /// The name of the device.
  String device(Calibration entry, LiveSnapshot snapshot) {
    return snapshot
        .device(entry.deviceId())
        .map(live -> live.device().name())
        .orElse(entry.deviceId());
  }

  /// How near the due day is: `due in 12 days`.
  String due(Calibration entry, LocalDate today) {
    long days = ChronoUnit.DAYS.between(today, entry.dueOn());
    return switch (entry.due(today)) {
      case NOW -> messages.text("calibrations.overdue", -days);
      case LATER -> messages.text("calibrations.valid");
      case IN_ONE_MONTH, IN_THREE_MONTHS -> messages.text("calibrations.dueIn", days);
    };
  }

  /// What is added to values.
  String correction(Calibration entry) {
    Correction correction = entry.correction();
    if (correction.isNone()) {
      return messages.text("calibrations.noCorrection");
    }
    return correction.points().stream()
        .map(point ->
            messages.text(
                "calibrations.point", signed(point.added()), units.decimal(point.indicated())))
        .collect(Collectors.joining(", "));
  }

  private static String signed(double celsius) {
    return String.format(Locale.ROOT, "%+.3f", celsius).replace('-', Units.MINUS);
  }

  /// All there is to say.
  List<Fact> facts(Calibration entry, LiveSnapshot snapshot, LocalDate today) {
    List<Fact> facts = new ArrayList<>();
    add(facts, "calibrations.device", device(entry, snapshot) + " · " + entry.deviceId());
    add(facts, "calibrations.serial", entry.serial());
    add(facts, "calibrations.model", entry.model());
    add(facts, "calibrations.certificate", entry.certificate());
    add(facts, "calibrations.laboratory", entry.laboratory());
    add(facts, "calibrations.on", entry.calibratedOn().toString());
    add(facts, "calibrations.due", entry.dueOn() + " · " + due(entry, today));
    add(facts, "calibrations.correction", correction(entry));
    if (Double.isFinite(entry.uncertainty())) {
      add(facts, "calibrations.uncertainty", "± " + entry.uncertainty() + " °C");
    }
    add(facts, "calibrations.from", at(entry.validFrom()));
    add(facts, "calibrations.entered", entry.recordedBy() + " · " + at(entry.recordedAt()));
    add(facts, "calibrations.reason", entry.reason());
    return facts;
  }

  private String at(Instant time) {
    return units.dayTime(time) + " " + units.zoneName(time);
  }

  private void add(List<Fact> facts, String key, String value) {
    if (!value.isBlank()) {
      facts.add(new Fact(messages.text(key), value));
    }
  }
}
