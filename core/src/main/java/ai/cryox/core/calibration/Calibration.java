package ai.cryox.core.calibration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;

/// One entry of the calibration register. Entries are added and never changed: a better one is
/// entered beside it, with its reason, and the old one still prints.
///
/// @param number rises with every entry, 1 is the first; 0 before it is stored
/// @param deviceId the device in whose place the sensor stands
/// @param serial of the sensor; may be empty
/// @param model of the sensor; may be empty
/// @param certificate its number
/// @param laboratory that calibrated; may be empty
/// @param calibratedOn the day
/// @param dueOn the day from which it does not hold any more
/// @param uncertainty expanded, °C; NaN if not stated
/// @param correction what is added to values
/// @param validFrom values from this event time on are corrected
/// @param recordedAt when it was entered, by the backend's clock
/// @param recordedBy who entered it
/// @param reason why; may be empty for the first entry of a certificate
public record Calibration(
    long number,
    String deviceId,
    String serial,
    String model,
    String certificate,
    String laboratory,
    LocalDate calibratedOn,
    LocalDate dueOn,
    double uncertainty,
    Correction correction,
    Instant validFrom,
    Instant recordedAt,
    String recordedBy,
    String reason) {
  /// How near the due day is.
  public enum Due {
    /// More than three months away.
    LATER,
    /// Within three months.
    IN_THREE_MONTHS,
    /// Within one month.
    IN_ONE_MONTH,
    /// Reached.
    NOW
  }

  /// Why it makes no sense, in a sentence.
  ///
  /// @throws IllegalArgumentException if it does not
  public Calibration {
    if (deviceId.isBlank() || certificate.isBlank()) {
      throw new IllegalArgumentException("A calibration needs a device and a certificate.");
    }
    if (!dueOn.isAfter(calibratedOn)) {
      throw new IllegalArgumentException(
          "A calibration of %s cannot be due on %s.".formatted(calibratedOn, dueOn));
    }
    if (uncertainty < 0) {
      throw new IllegalArgumentException("An uncertainty cannot be below 0 °C.");
    }
  }

  /// The same, entered by somebody at some time.
  public Calibration entered(Instant at, String who) {
    return new Calibration(
        number,
        deviceId,
        serial,
        model,
        certificate,
        laboratory,
        calibratedOn,
        dueOn,
        uncertainty,
        correction,
        validFrom,
        at,
        who,
        reason);
  }

  /// How near its due day is on a day.
  public Due due(LocalDate today) {
    if (!today.isBefore(dueOn)) {
      return Due.NOW;
    }
    if (!today.isBefore(dueOn.minus(Period.ofMonths(1)))) {
      return Due.IN_ONE_MONTH;
    }
    return today.isBefore(dueOn.minus(Period.ofMonths(3))) ? Due.LATER : Due.IN_THREE_MONTHS;
  }
}
