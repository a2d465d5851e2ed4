package ai.cryox.backend.alarm;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.AlarmLife;
import ai.cryox.core.alarm.AlarmRules;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Hold;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.classify.Finding;
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
  private String message;
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
    message = before.message();
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
        message,
        occurrences,
        hold);
  }

  /// An alarm of something that is in order, as it is before anything happens to it.
  ///
  /// @param latching whether it must be reset once its condition has come and gone
  static Alarm normal(
      String alarmId,
      AlarmKey key,
      String facilityId,
      Severity severity,
      boolean latching,
      Instant now) {
    return new Alarm(
        alarmId,
        key.deviceId(),
        facilityId,
        key.condition(),
        severity,
        severity,
        AlarmLife.normal(latching),
        Double.NaN,
        Double.NaN,
        Double.NaN,
        now,
        now,
        null,
        null,
        null,
        "",
        "",
        0,
        null);
  }

  static Alarm violated(
      Alarm alarm, AlarmRules.Step step, Finding.Violated violated, String message, Instant now) {
    AlarmSteps next = new AlarmSteps(alarm);
    boolean first = alarm.occurrences() == 0;
    next.life = step.to();
    next.severity = violated.severity();
    next.worstSeverity =
        first ? violated.severity() : alarm.worstSeverity().or(violated.severity());
    next.value = violated.value();
    next.limit = violated.limit();
    next.message = message;
    next.returnedAt = null;
    if (step.newOccurrence()) {
      next.peak = violated.value();
      next.raisedAt = violated.time();
      next.raisedReceivedAt = now;
      next.occurrences++;
    } else {
      next.peak = worse(alarm.condition(), alarm.peak(), violated.value());
    }
    if (step.newOccurrence() || step.announced()) {
      next.forgetAcknowledgement();
    }
    return next.after();
  }

  private void forgetAcknowledgement() {
    acknowledgedAt = null;
    acknowledgedBy = null;
    comment = "";
  }

  static Alarm returned(Alarm alarm, AlarmLife life, Finding.Returned returned) {
    AlarmSteps next = new AlarmSteps(alarm);
    next.life = life;
    next.value = returned.value();
    next.returnedAt = returned.time();
    return next.after();
  }

  /// After something that people or deadlines do.
  ///
  /// @param hold why it is put aside now, or `null` if it is not any more
  /// @param seenBy who has seen it by that, or `null`
  static Alarm moved(
      Alarm alarm,
      AlarmRules.Step step,
      @Nullable Hold hold,
      @Nullable String seenBy,
      String comment,
      Instant now) {
    AlarmSteps next = new AlarmSteps(alarm);
    next.life = step.to();
    next.hold = hold;
    if (step.announced()) {
      next.forgetAcknowledgement();
    } else if (seenBy != null) {
      next.acknowledgedAt = now;
      next.acknowledgedBy = seenBy;
      next.comment = comment;
    }
    return next.after();
  }

  static Alarm held(Alarm alarm, Hold hold) {
    AlarmSteps next = new AlarmSteps(alarm);
    next.hold = hold;
    return next.after();
  }

  static Alarm withPeak(Alarm alarm, double value) {
    AlarmSteps next = new AlarmSteps(alarm);
    next.value = value;
    next.peak = value;
    return next.after();
  }

  static boolean isWorse(Alarm alarm, double value) {
    return worse(alarm.condition(), alarm.peak(), value) != alarm.peak();
  }

  private static double worse(Condition condition, double peak, double value) {
    if (Double.isNaN(peak) || Double.isNaN(value)) {
      return peak;
    }
    return condition.isWorseBelow() ? Math.min(peak, value) : Math.max(peak, value);
  }
}
