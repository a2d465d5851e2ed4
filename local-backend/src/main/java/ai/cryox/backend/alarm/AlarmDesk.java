package ai.cryox.backend.alarm;

import ai.cryox.backend.escalation.SystemAlarms;
import ai.cryox.backend.fleet.DeviceState;
import ai.cryox.backend.fleet.Fleet;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.ingest.Batch.DeviceFinding;
import ai.cryox.backend.ingest.Batch.Measured;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.alarm.AlarmEvent;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.AlarmRules;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.classify.Finding;
import ai.cryox.core.reading.DeviceAlert;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReceivedReading;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Remembers the active alarms and moves them by {@link AlarmRules}: what the process, people and
/// deadlines do to them. Belongs to the pipeline's thread.
public final class AlarmDesk implements SystemAlarms {
  private static final AlarmKey STORE = new AlarmKey(Alarm.SYSTEM + "store", Condition.STORE);

  private static final List<Condition> OF_TEMPERATURE = List.of(Condition.HIGH, Condition.LOW);

  private final Fleet fleet;
  private final AlarmBook book;
  private final Holds holds;
  private final LinkSuppression links;
  private final OperatorActions operators;
  private final Supplier<AlarmDesign> design;

  /// @param isKnown whether an alarm of this id was ever stored
  /// @param design which alarms latch, and how bad they are
  /// @param startedAt when the backend began to listen
  public AlarmDesk(
      Fleet fleet, Predicate<String> isKnown, Supplier<AlarmDesign> design, Instant startedAt) {
    this.fleet = fleet;
    this.design = design;
    this.book = new AlarmBook(fleet, isKnown);
    this.links = new LinkSuppression(fleet, book);
    this.holds = new Holds(book, links, startedAt);
    this.operators = new OperatorActions(fleet, book, holds, design);
  }

  /// Takes over alarms that were active when the backend last stopped, with their deadlines.
  public void restore(Collection<Alarm> alarms) {
    alarms.forEach(alarm -> holds.restore(alarm, fleet.find(alarm.deviceId())));
  }

  /// The active alarms, by id, held ones among them.
  public Collection<Alarm> active() {
    return book.active();
  }

  /// What people may do to alarms.
  public OperatorActions operators() {
    return operators;
  }

  /// Moves alarms by what the batch found, notes worse values of those that stand, and lets go what
  /// was put aside until now.
  public void apply(Batch batch) {
    batch.findings.forEach(found -> apply(found, batch));
    batch.deviceAlerts.forEach(alert -> report(alert, batch));
    batch.readings.forEach(received -> notePeak(received, batch));
    batch.measured.forEach(measured -> notePeak(measured, batch));
    holds.endDue(batch);
  }

  @Override
  public Alarm raise(
      AlarmKey key, String facilityId, Finding.Violated violated, String message, Batch batch) {
    Alarm standing = book.find(key);
    if (standing != null
        && standing.isConditionPresent()
        && violated.severity().compareTo(standing.severity()) <= 0) {
      return standing;
    }
    return violate(key, facilityId, violated, message, batch);
  }

  @Override
  public void acknowledge(String alarmId, String actor, String comment, Batch batch) {
    operators.move(List.of(alarmId), AlarmEvent.ACKNOWLEDGE, actor, comment, batch);
  }

  @Override
  public void end(AlarmKey key, Batch batch) {
    goBack(key, new Finding.Returned(key.condition(), batch.now(), Double.NaN), batch);
  }

  /// Says that a batch cannot be stored: the alarm about it becomes part of the batch itself.
  public void storeFails(String message, Instant now, Batch batch) {
    Alarm standing = book.find(STORE);
    if (standing == null || !standing.isConditionPresent()) {
      Severity severity = design.get().severityOf(Condition.STORE);
      violate(
          STORE,
          "",
          new Finding.Violated(Condition.STORE, now, Double.NaN, severity, Double.NaN),
          message,
          batch);
    }
  }

  /// Says that the batch before this one was stored.
  public void storeWorks(Batch batch) {
    end(STORE, batch);
  }

  private void apply(DeviceFinding found, Batch batch) {
    AlarmKey key = new AlarmKey(found.deviceId(), found.finding().condition());
    DeviceState state = fleet.find(found.deviceId());
    if (state == null && !found.deviceId().startsWith(Alarm.SYSTEM)) {
      throw new AssertionError("a finding of an unknown device: " + found);
    }
    String facilityId = state == null ? found.facilityId() : state.device().facilityId();
    switch (found.finding()) {
      case Finding.Violated violated -> violate(key, facilityId, violated, found.message(), batch);
      case Finding.Returned returned -> goBack(key, returned, batch);
    }
  }

  private Alarm violate(
      AlarmKey key, String facilityId, Finding.Violated violated, String message, Batch batch) {
    Alarm standing = book.find(key);
    Alarm alarm = standing == null ? fresh(key, facilityId, violated, batch) : standing;
    alarm = links.suppressIfExplained(alarm, batch);
    boolean rose = violated.severity().compareTo(alarm.severity()) > 0;
    AlarmEvent event = rose && alarm.isConditionPresent() ? AlarmEvent.ROSE : AlarmEvent.VIOLATED;
    AlarmRules.Step step = AlarmRules.next(alarm.life(), event);
    Alarm next = AlarmSteps.violated(alarm, step, violated, message, batch.now());
    if (next.equals(alarm)) {
      return alarm;
    }
    book.record(alarm, next, Cause.of(event, violated.time()), batch);
    links.violated(next, batch);
    return next;
  }

  private Alarm fresh(AlarmKey key, String facilityId, Finding.Violated violated, Batch batch) {
    boolean drill =
        key.deviceId().startsWith(Alarm.SYSTEM) && OF_TEMPERATURE.contains(key.condition());
    boolean latching = design.get().isLatching(key.condition()) && !drill;
    String id = book.freshId(key, violated.time(), batch);
    return AlarmSteps.normal(id, key, facilityId, violated.severity(), latching, batch.now());
  }

  private void goBack(AlarmKey key, Finding.Returned returned, Batch batch) {
    Alarm alarm = book.find(key);
    if (alarm == null || !alarm.isConditionPresent()) {
      return;
    }
    AlarmRules.Step step = AlarmRules.next(alarm.life(), AlarmEvent.WENT_BACK);
    Alarm back = AlarmSteps.returned(alarm, step.to(), returned);
    book.record(alarm, back, Cause.of(AlarmEvent.WENT_BACK, returned.time()), batch);
    links.returned(back, batch);
  }

  private void report(DeviceAlert alert, Batch batch) {
    DeviceState state = fleet.find(alert.deviceId());
    if (state == null) {
      throw new AssertionError("an alert was let in of an unknown device: " + alert.deviceId());
    }
    AlarmKey key = new AlarmKey(alert.deviceId(), Condition.DEVICE_REPORTED);
    Alarm standing = book.find(key);
    boolean repeated =
        (standing != null && standing.occurrences() > 0)
            ? !alert.time().isAfter(standing.raisedAt())
            : book.isKnown(AlarmBook.idOf(key, alert.time()));
    if (!repeated) {
      Finding.Violated violated =
          new Finding.Violated(
              key.condition(), alert.time(), Double.NaN, alert.severity(), Double.NaN);
      violate(key, state.device().facilityId(), violated, alert.message(), batch);
    }
  }

  private void notePeak(ReceivedReading received, Batch batch) {
    Reading reading = received.reading();
    DeviceState state = fleet.find(reading.deviceId());
    if (state != null && !received.late()) {
      OF_TEMPERATURE.forEach(
          condition -> notePeak(state.alarm(condition), reading.temperature(), batch));
    }
  }

  private void notePeak(Measured measured, Batch batch) {
    notePeak(
        book.find(new AlarmKey(measured.deviceId(), measured.condition())),
        measured.value(),
        batch);
  }

  private void notePeak(@Nullable Alarm alarm, double value, Batch batch) {
    if (alarm != null && alarm.isConditionPresent() && AlarmSteps.isWorse(alarm, value)) {
      book.update(AlarmSteps.withPeak(alarm, value), batch);
    }
  }
}
