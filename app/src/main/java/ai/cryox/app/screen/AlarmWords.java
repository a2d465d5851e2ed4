package ai.cryox.app.screen;

import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import ai.cryox.app.theme.Shapes;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Hold;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.escalation.Escalation;
import ai.cryox.core.live.DeviceLive;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
    if (alarm.state().isHeld()) {
      return "aside";
    }
    if (!alarm.state().isAbnormal()) {
      return "calm";
    }
    return alarm.condition() == Condition.SILENT
        ? "silent"
        : alarm.severity() == Severity.CRITICAL ? "critical" : "warning";
  }

  /// The sign that goes with it.
  public static Shapes shape(Alarm alarm) {
    if (alarm.state().isHeld()) {
      return alarm.state() == AlarmState.OUT_OF_SERVICE ? Shapes.OFF : Shapes.ASIDE;
    }
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
    return condition(alarm.condition(), alarm.severity());
  }

  /// The same of a condition at a severity.
  public String condition(Condition condition, Severity severity) {
    boolean critical = severity == Severity.CRITICAL;
    return switch (condition) {
      case HIGH -> messages().text(critical ? "condition.highHigh" : "condition.high");
      case LOW -> messages().text(critical ? "condition.lowLow" : "condition.low");
      default -> messages().of("condition", condition);
    };
  }

  /// What it concerns: the device's name, the part of the system in words, or `DRILL · temp_001`.
  public String subject(Alarm alarm, @Nullable DeviceLive live) {
    return subject(alarm.deviceId(), live);
  }

  /// The same by an alarm's device id.
  public String subject(String deviceId, @Nullable DeviceLive live) {
    if (live != null) {
      return live.device().name();
    }
    if (!deviceId.startsWith(Alarm.SYSTEM)) {
      return deviceId;
    }
    String part = deviceId.substring(Alarm.SYSTEM.length());
    int slash = part.indexOf('/');
    String kind = slash < 0 ? part : part.substring(0, slash);
    return switch (kind) {
      case "drill" -> messages().text("system.drill", part.substring(slash + 1));
      case "link" -> messages().text("system.link", part.substring(slash + 1));
      case "store" -> messages().text("system.store");
      case "clock" -> messages().text("system.clock");
      case "notify" -> messages().text("system.notify");
      case "report" -> messages().text("system.report", part.substring(slash + 1));
      default -> messages().text("system.other", part);
    };
  }

  /// A condition whatever its severity: `High`, `Silent`.
  public String name(Condition condition) {
    return messages().of("condition", condition);
  }

  /// A number of an alarm in what its condition is measured in; a dash where there is none.
  public String measured(Condition condition, double value) {
    if (!Double.isFinite(value)) {
      return Units.NONE;
    }
    return switch (condition.unit()) {
      case NONE -> Units.NONE;
      case CELSIUS -> units.temperature(value);
      case CELSIUS_PER_MINUTE -> units.slope(value);
      case PERCENT -> units.wholeWith(value, "%");
      case DBM -> units.wholeWith(value, "dBm");
    };
  }

  /// Who is called next and in how long: `supervisor in 3:12`; empty if nobody is.
  public String nextCall(Escalation escalation, Instant now) {
    Instant next = escalation.nextAt();
    if (next == null) {
      return "";
    }
    String left = units.countdown(Duration.between(now, next));
    return escalation.nextWhom().isEmpty()
        ? messages().text("next.call", left)
        : messages().text("next.whom", escalation.nextWhom(), left);
  }

  /// Why and how long it is put aside: `Shelved until 21:56 by anna · defrost`.
  private String held(Alarm alarm, Hold hold) {
    String state = messages().of("state", alarm.state());
    Instant until = hold.until();
    return heldBy(
        hold,
        until == null ? state : messages().text("state.until", state, units.shortTime(until)));
  }

  private String heldBy(Hold hold, String when) {
    if (hold.by().isEmpty()) {
      return when;
    }
    String by = messages().text("state.heldBy", when, hold.by());
    return hold.reason().isBlank() ? by : by + " · " + hold.reason();
  }

  /// `Unacknowledged`, `Acknowledged by anna: closing the door`.
  public String state(Alarm alarm) {
    Hold hold = alarm.hold();
    if (hold != null && alarm.state().isHeld()) {
      return held(alarm, hold);
    }
    if (alarm.acknowledgedBy() == null || alarm.state().needsAcknowledgement()) {
      return messages().of("state", alarm.state());
    }
    String by = messages().text("state.by", alarm.acknowledgedBy());
    return alarm.comment().isBlank() ? by : by + " · " + alarm.comment();
  }

  /// The same beside its severity, which says by itself that it returned or is shelved: `until
  /// 21:56 by anna`.
  ///
  /// @param brief without who shelved it, and why
  public String stateBesideSeverity(Alarm alarm, boolean brief) {
    if (alarm.state() == AlarmState.RETURNED) {
      return messages().of("state", AlarmState.UNACKNOWLEDGED);
    }
    Hold hold = alarm.hold();
    Instant until = hold == null ? null : hold.until();
    if (hold == null || until == null || alarm.state() != AlarmState.SHELVED) {
      return state(alarm);
    }
    String when = messages().text("state.onlyUntil", units.shortTime(until));
    return brief ? when : heldBy(hold, when);
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
    String peak = units.bareTemperature(alarm.peak());
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
      case BATTERY -> compared("alarm.battery", alarm);
      case SIGNAL -> compared("alarm.signal", alarm);
      case DEVICE_REPORTED ->
          alarm.message().isBlank()
              ? messages().text("alarm.deviceReported")
              : messages().text("alarm.deviceSays", alarm.message());
      default -> messages().text("alarm.says", alarm.message());
    };
  }

  private String compared(String key, Alarm alarm) {
    Condition condition = alarm.condition();
    return messages()
        .text(key, measured(condition, alarm.value()), measured(condition, alarm.limit()));
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

  private static String wentBack(Condition condition) {
    if (condition == Condition.SILENT) {
      return "change.sends_again";
    }
    return condition.unit() == Condition.Unit.NONE ? "change.over" : "change.went_back";
  }

  /// One line of a journal, without its time: `raised at 8.1 °C`.
  ///
  /// @param condition of the alarm it belongs to
  public String change(Condition condition, AlarmChange change) {
    String number = measured(condition, change.value());
    String value = number.equals(Units.NONE) ? "" : " " + messages().text("change.at", number);
    return switch (change.event()) {
      case VIOLATED -> messages().text("change.violated") + value;
      case ROSE -> messages().text("change.rose") + value;
      case WENT_BACK -> messages().text(wentBack(condition)) + value;
      case SHELVE -> messages().text("change.shelve", change.actor(), until(change)) + why(change);
      case SUPPRESS, UNSUPPRESS, SHELF_ENDED -> messages().of("change", change.event());
      default -> messages().text(key(change), change.actor()) + why(change);
    };
  }
}
