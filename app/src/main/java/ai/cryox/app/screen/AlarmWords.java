package ai.cryox.app.screen;

import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import ai.cryox.app.theme.Shapes;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// Alarms in words. Pure.
///
/// @param units how numbers and times are written
public record AlarmWords(Units units) {
  private Messages messages() {
    return units.messages();
  }

  /// `Critical`, `Warning`, `Silent`, `Returned`.
  public String severity(Alarm alarm) {
    return switch (alarm.state()) {
      case NORMAL -> messages().of("severity", alarm.worstSeverity());
      case RETURNED, LATCHED_UNACKNOWLEDGED, LATCHED -> messages().text("severity.returned");
      case SHELVED, SUPPRESSED, OUT_OF_SERVICE -> messages().of("severity", alarm.state());
      case UNACKNOWLEDGED, ACKNOWLEDGED ->
          alarm.condition() == Condition.SILENT
              ? messages().text("severity.silent")
              : messages().of("severity", alarm.severity());
    };
  }

  /// The style class that goes with it.
  public static String style(Alarm alarm) {
    if (!alarm.state().isAbnormal()) {
      return "calm";
    }
    return alarm.condition() == Condition.SILENT
        ? "silent"
        : alarm.severity() == Severity.CRITICAL ? "critical" : "warning";
  }

  /// The sign that goes with it.
  public static Shapes shape(Alarm alarm) {
    if (!alarm.state().isAbnormal()) {
      return Shapes.RETURNED;
    }
    if (alarm.condition() == Condition.SILENT) {
      return Shapes.SILENT;
    }
    return alarm.severity() == Severity.CRITICAL ? Shapes.CRITICAL : Shapes.WARNING;
  }

  /// `High-high`, `Low`, `Silent`.
  public String condition(Alarm alarm) {
    boolean critical = alarm.severity() == Severity.CRITICAL;
    return switch (alarm.condition()) {
      case HIGH -> messages().text(critical ? "condition.highHigh" : "condition.high");
      case LOW -> messages().text(critical ? "condition.lowLow" : "condition.low");
      default -> messages().of("condition", alarm.condition());
    };
  }

  /// `Unacknowledged`, `Acknowledged by anna: closing the door`.
  public String state(Alarm alarm) {
    if (alarm.acknowledgedBy() == null || alarm.state().needsAcknowledgement()) {
      return messages().of("state", alarm.state());
    }
    String by = messages().text("state.by", alarm.acknowledgedBy());
    return alarm.comment().isBlank() ? by : by + " · " + alarm.comment();
  }

  /// How long it lasted or lasts, in event time.
  public Duration lasting(Alarm alarm, Instant now) {
    Instant until = alarm.returnedAt();
    Duration span = Duration.between(alarm.raisedAt(), until == null ? now : until);
    return span.isNegative() ? Duration.ZERO : span;
  }

  /// What is wrong, in a sentence without the device: `above 8.0 °C for 6 min, peak 9.4`.
  public String sentence(Alarm alarm, Instant now) {
    String lasting = units.duration(lasting(alarm, now));
    String limit = units.temperature(alarm.limit());
    String peak = units.oneDecimal(alarm.peak());
    boolean back = !alarm.isConditionPresent();
    if (alarm.occurrences() == 0) {
      return messages().text("alarm.putAside");
    }
    return switch (alarm.condition()) {
      case HIGH -> messages().text(back ? "alarm.wasHigh" : "alarm.high", limit, lasting, peak);
      case LOW -> messages().text(back ? "alarm.wasLow" : "alarm.low", limit, lasting, peak);
      case CUMULATIVE -> messages().text("alarm.cumulative", limit);
      case SILENT -> messages().text(back ? "alarm.wasSilent" : "alarm.silent", lasting);
      case RATE ->
          messages().text("alarm.rate", units.slope(alarm.value()), units.slope(alarm.limit()));
      case BATTERY -> measured("alarm.battery", alarm, "%");
      case SIGNAL -> measured("alarm.signal", alarm, "dBm");
      case DEVICE_REPORTED ->
          alarm.message().isBlank()
              ? messages().text("alarm.deviceReported")
              : messages().text("alarm.deviceSays", alarm.message());
      default -> messages().text("alarm.says", alarm.message());
    };
  }

  private String measured(String key, Alarm alarm, String unit) {
    return messages()
        .text(key, units.wholeWith(alarm.value(), unit), units.wholeWith(alarm.limit(), unit));
  }

  private static String key(AlarmChange change) {
    return "change." + change.event().name().toLowerCase(Locale.ROOT);
  }

  private static String why(AlarmChange change) {
    return change.comment().isBlank() ? "" : ": " + change.comment();
  }

  private String until(AlarmChange change) {
    Instant until = change.until();
    return until == null ? Units.NONE : units.shortTime(until);
  }

  /// One line of a journal, without its time: `raised at 8.1 °C`.
  public String change(AlarmChange change) {
    String value =
        Double.isFinite(change.value())
            ? " " + messages().text("change.at", units.temperature(change.value()))
            : "";
    return switch (change.event()) {
      case VIOLATED -> messages().text("change.violated") + value;
      case ROSE -> messages().text("change.rose") + value;
      case WENT_BACK -> messages().text("change.went_back") + value;
      case SHELVE -> messages().text("change.shelve", change.actor(), until(change)) + why(change);
      case SUPPRESS, UNSUPPRESS, SHELF_ENDED -> messages().of("change", change.event());
      default -> messages().text(key(change), change.actor()) + why(change);
    };
  }
}
