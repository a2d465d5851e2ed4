package ai.cryox.backend.alarm;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmLife;
import ai.cryox.core.alarm.AlarmRules;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Hold;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.classify.Finding;
import ai.cryox.core.device.Device;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How an alarm's record looks after each thing that can happen to it.
final class AlarmSteps {
  private final Alarm before;
  private Severity severity;
  private Severity worstSeverity;
  private AlarmLife life;
  private double value;
  private double limit;
  private double peak;
  private Instant raisedAt;
  private Instant raisedReceivedAt;
  private @Nullable Instant returnedAt;
  private @Nullable Instant acknowledgedAt;
  private @Nullable String acknowledgedBy;
  private String comment;
  private int occurrences;
  private @Nullable Hold hold;

  private AlarmSteps(Alarm before) {
    this.before = before;
    severity = before.severity();
    worstSeverity = before.worstSeverity();
    life = before.life();
    value = before.value();
    limit = before.limit();
    peak = before.peak();
    raisedAt = before.raisedAt();
    raisedReceivedAt = before.raisedReceivedAt();
    returnedAt = before.returnedAt();
    acknowledgedAt = before.acknowledgedAt();
    acknowledgedBy = before.acknowledgedBy();
    comment = before.comment();
    occurrences = before.occurrences();
    hold = before.hold();
  }

  private Alarm after() {
    return new Alarm(
        before.alarmId(),
        before.deviceId(),
        before.facilityId(),
        before.condition(),
        severity,
        worstSeverity,
        life,
        value,
        limit,
        peak,
        raisedAt,
        raisedReceivedAt,
        returnedAt,
        acknowledgedAt,
        acknowledgedBy,
        comment,
        before.message(),
        occurrences,
        hold);
  }

  /// Unique for ever: a device has one alarm of a condition at a time, and event time moves on.
  static String idOf(Device device, Finding finding) {
    return device.deviceId() + "_" + finding.condition() + "_" + finding.time().toEpochMilli();
  }

  static Alarm raised(
      Device device, AlarmLife life, Finding.Violated violated, String message, Instant now) {
    return new Alarm(
        idOf(device, violated),
        device.deviceId(),
        device.facilityId(),
        violated.condition(),
        violated.severity(),
        violated.severity(),
        life,
        violated.value(),
        violated.limit(),
        violated.value(),
        violated.time(),
        now,
        null,
        null,
        null,
        "",
        message,
        1,
        null);
  }

  static Alarm violatedAgain(
      Alarm alarm, AlarmRules.Step step, Finding.Violated violated, Instant now) {
    AlarmSteps next = new AlarmSteps(alarm);
    next.life = step.to();
    next.severity = violated.severity();
    next.worstSeverity = alarm.worstSeverity().or(violated.severity());
    next.value = violated.value();
    next.limit = violated.limit();
    next.peak = worse(alarm.condition(), alarm.peak(), violated.value());
    next.returnedAt = null;
    if (step.newOccurrence()) {
      next.raisedAt = violated.time();
      next.raisedReceivedAt = now;
      next.occurrences++;
    }
    if (step.announced()) {
      next.acknowledgedAt = null;
      next.acknowledgedBy = null;
      next.comment = "";
    }
    return next.after();
  }

  static Alarm returned(Alarm alarm, AlarmLife life, Finding.Returned returned) {
    AlarmSteps next = new AlarmSteps(alarm);
    next.life = life;
    next.value = returned.value();
    next.returnedAt = returned.time();
    return next.after();
  }

  static Alarm acknowledged(
      Alarm alarm, AlarmLife life, Instant now, String actor, String comment) {
    AlarmSteps next = new AlarmSteps(alarm);
    next.life = life;
    next.acknowledgedAt = now;
    next.acknowledgedBy = actor;
    next.comment = comment;
    return next.after();
  }

  static Alarm withPeak(Alarm alarm, double temperature) {
    AlarmSteps next = new AlarmSteps(alarm);
    next.value = temperature;
    next.peak = temperature;
    return next.after();
  }

  static boolean isWorse(Alarm alarm, double temperature) {
    return worse(alarm.condition(), alarm.peak(), temperature) != alarm.peak();
  }

  private static double worse(Condition condition, double peak, double value) {
    if (Double.isNaN(peak) || Double.isNaN(value)) {
      return peak;
    }
    return condition == Condition.LOW ? Math.min(peak, value) : Math.max(peak, value);
  }
}
