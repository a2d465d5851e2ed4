package ai.cryox.backend.report;

import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.calibration.Correction;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.compliance.Assessment;
import ai.cryox.core.compliance.KineticWindow;
import ai.cryox.core.compliance.StorageRange;
import ai.cryox.core.excursion.Excursion;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// Puts excursions, limits and calibrations into words.
record ExcursionWords(ReportWords words) {
  String range(StorageProfile profile) {
    return range(StorageRange.of(profile));
  }

  private String range(StorageRange range) {
    boolean low = Double.isFinite(range.low());
    boolean high = Double.isFinite(range.high());
    if (low && high) {
      String key = range.low() < 0 ? "range.between.cold" : "range.between";
      return words.say(key, whole(range.low()), whole(range.high())) + "\u00a0°C";
    }
    if (!low && !high) {
      return words.say("none");
    }
    return low
        ? words.say("range.above", whole(range.low()) + "\u00a0°C")
        : words.say("range.below", whole(range.high()) + "\u00a0°C");
  }

  /// As a name, without digits that say nothing.
  private String whole(double celsius) {
    return celsius == Math.rint(celsius)
        ? words.count((long) celsius).replace('-', '\u2212')
        : words.degrees(celsius, RoundingMode.HALF_EVEN);
  }

  /// A value in the unit of its condition.
  String value(double value, Condition condition, boolean cold) {
    if (Double.isNaN(value)) {
      return words.say("none");
    }
    return switch (condition.unit()) {
      case CELSIUS -> cold ? words.cold(value) : words.warm(value);
      case CELSIUS_PER_MINUTE -> words.warm(value) + "/min";
      case PERCENT -> words.degrees(value, RoundingMode.FLOOR) + "\u00a0%";
      case DBM -> words.degrees(value, RoundingMode.FLOOR) + "\u00a0dBm";
      case NONE -> words.say("none");
    };
  }

  String peak(Excursion excursion) {
    return value(excursion.peak(), excursion.condition(), excursion.condition() == Condition.LOW);
  }

  /// The same in a column of such.
  ///
  /// @param digits that temperatures in it have after the point
  String peak(Excursion excursion, int digits) {
    if (excursion.condition().unit() != Condition.Unit.CELSIUS) {
      return peak(excursion);
    }
    return excursion.condition() == Condition.LOW
        ? words.cold(excursion.peak(), digits)
        : words.warm(excursion.peak(), digits);
  }

  String limit(Excursion excursion) {
    return value(excursion.limit(), excursion.condition(), false);
  }

  String end(Excursion excursion) {
    Instant end = excursion.end();
    return end == null ? words.say("excursion.lasts") : words.time(end);
  }

  String endBelowDate(Excursion excursion) {
    Instant end = excursion.end();
    return end == null ? words.say("excursion.lasts") : words.timeBelowDate(end);
  }

  String changes(ExcursionRecord record) {
    StringBuilder lines = new StringBuilder();
    for (AlarmChange change : record.journal()) {
      lines.append(lines.isEmpty() ? "" : "\n").append(change(change));
    }
    return lines.isEmpty() ? words.say("none") : lines.toString();
  }

  private String change(AlarmChange change) {
    String line = words.say(change.event()) + " " + words.time(change.at());
    if (!change.actor().isEmpty()) {
      line += ", " + change.actor();
    }
    return change.comment().isEmpty() ? line : line + ": " + change.comment();
  }

  String cause(ExcursionRecord record) {
    Assessment assessed = record.assessment();
    StringBuilder text = new StringBuilder();
    KineticWindow.Worst worst = assessed.window();
    if (worst != null && !Double.isNaN(worst.celsius())) {
      text.append(words.say("kinetic.excursion", window(worst), words.kinetic(worst.celsius())));
    }
    if (assessed.excursion().gaps() > 0) {
      text.append(text.isEmpty() ? "" : " ")
          .append(
              words.say(
                  "excursion.gaps",
                  assessed.excursion().gaps(),
                  words.lasting(assessed.excursion().missing())))
          .append('.');
    }
    if (assessed.excursion().historic()) {
      text.append(text.isEmpty() ? "" : " ").append(words.say("excursion.historic"));
    }
    return text.toString();
  }

  /// Two digits are enough for a mean; it is rounded up.
  static double tenth(double celsius) {
    return Math.ceil(celsius * 100 - 1e-9) / 100;
  }

  String window(KineticWindow.Worst worst) {
    return words.lasting(Duration.between(worst.from(), worst.until()));
  }

  String proposal(ExcursionRecord record) {
    String verdict = words.say(record.assessment().proposal());
    return words.say("proposal.line", capital(verdict), words.say(record.assessment().reason()));
  }

  String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(words.locale()) + text.substring(1);
  }

  String correction(Calibration calibration) {
    Correction correction = calibration.correction();
    if (correction.isNone()) {
      return words.say("calibration.nothing");
    }
    return correction.points().size() == 1
        ? words.say(
            "calibration.correction", signed(correction.points().getFirst().added()) + "\u00a0°C")
        : words.say("calibration.points", correction.points().size());
  }

  private static String signed(double celsius) {
    return String.format(Locale.ROOT, "%+.3f", celsius)
        .replaceAll("0{1,2}$", "")
        .replace('-', '\u2212');
  }

  String calibration(Calibration calibration) {
    String line =
        words.say(
            "calibration.line",
            calibration.serial().isEmpty() ? words.say("none") : calibration.serial(),
            words.date(calibration.calibratedOn()),
            calibration.certificate(),
            correction(calibration),
            words.date(calibration.dueOn()));
    return Double.isNaN(calibration.uncertainty()) ? line : line + ", " + uncertainty(calibration);
  }

  String uncertainty(Calibration calibration) {
    return Double.isNaN(calibration.uncertainty())
        ? words.say("none")
        : words.say("calibration.uncertainty", spread(calibration));
  }

  /// The uncertainty where its heading names it.
  String uncertaintyInColumn(Calibration calibration) {
    return Double.isNaN(calibration.uncertainty()) ? words.say("none") : "±" + spread(calibration);
  }

  private String spread(Calibration calibration) {
    return words.degrees(calibration.uncertainty(), RoundingMode.CEILING) + "\u00a0°C";
  }
}
