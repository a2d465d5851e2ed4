package ai.cryox.backend.alarm;

import ai.cryox.backend.escalation.SystemAlarms;
import ai.cryox.backend.fleet.DeviceState;
import ai.cryox.backend.fleet.Fleet;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.ingest.Batch.DeviceFinding;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmEvent;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.AlarmLife;
import ai.cryox.core.alarm.AlarmRules;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.classify.Finding;
import ai.cryox.core.device.Device;
import ai.cryox.core.reading.DeviceAlert;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReceivedReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Remembers the active alarms and moves them by {@link AlarmRules}. Belongs to the pipeline's
/// thread.
public final class AlarmDesk implements SystemAlarms {
  private final Fleet fleet;
  private final Predicate<String> isKnown;
  private final Map<String, Alarm> active = new TreeMap<>();

  /// @param isKnown whether an alarm of this id was ever stored
  public AlarmDesk(Fleet fleet, Predicate<String> isKnown) {
    this.fleet = fleet;
    this.isKnown = isKnown;
  }

  /// Takes over alarms that were active when the backend last stopped.
  public void restore(Collection<Alarm> alarms) {
    for (Alarm alarm : alarms) {
      active.put(alarm.alarmId(), alarm);
      DeviceState state = fleet.find(alarm.deviceId());
      if (state != null) {
        state.put(alarm);
      }
    }
  }

  /// The active alarms, by id.
  public Collection<Alarm> active() {
    return active.values();
  }

  /// Moves alarms by what the batch found, and notes worse values of those that stand.
  public void apply(Batch batch) {
    batch.findings.forEach(found -> apply(found, batch));
    batch.deviceAlerts.forEach(alert -> report(alert, batch));
    batch.readings.forEach(received -> notePeak(received, batch));
  }

  /// Acknowledges alarms.
  ///
  /// @return those that changed, as they are now
  public List<Alarm> acknowledge(
      Collection<String> alarmIds, String actor, String comment, Batch batch) {
    List<Alarm> changed = new ArrayList<>();
    for (String alarmId : alarmIds) {
      Alarm alarm = active.get(alarmId);
      if (alarm == null || !alarm.state().needsAcknowledgement()) {
        continue;
      }
      AlarmLife next = AlarmRules.next(alarm.life(), AlarmEvent.ACKNOWLEDGE).to();
      Alarm seen = AlarmSteps.acknowledged(alarm, next, batch.now(), actor, comment);
      keep(alarm, seen, AlarmEvent.ACKNOWLEDGE, batch.now(), actor, comment, batch);
      changed.add(alarm.condition() == Condition.DEVICE_REPORTED ? endReport(seen, batch) : seen);
    }
    return changed;
  }

  @Override
  public Alarm raise(
      AlarmKey key, String facilityId, Finding.Violated violated, String message, Batch batch) {
    Alarm standing = find(key);
    if (standing != null
        && standing.isConditionPresent()
        && violated.severity().compareTo(standing.severity()) <= 0) {
      return standing;
    }
    Device part = Device.unconfirmed(key.deviceId(), facilityId, batch.now());
    violate(part, standing, violated, message, batch);
    Alarm raised = find(key);
    return raised == null ? failMissing(key) : raised;
  }

  @Override
  public void end(AlarmKey key, Batch batch) {
    Alarm alarm = find(key);
    if (alarm != null) {
      giveBack(alarm, new Finding.Returned(key.condition(), batch.now(), Double.NaN), batch);
    }
  }

  private @Nullable Alarm find(AlarmKey key) {
    return active.values().stream().filter(one -> one.key().equals(key)).findFirst().orElse(null);
  }

  private static Alarm failMissing(AlarmKey key) {
    throw new AssertionError("an alarm was raised and is not there: " + key);
  }

  private void apply(DeviceFinding found, Batch batch) {
    DeviceState state = fleet.find(found.deviceId());
    if (state == null) {
      throw new AssertionError("a finding of an unknown device: " + found);
    }
    Alarm alarm = state.alarm(found.finding().condition());
    switch (found.finding()) {
      case Finding.Violated violated -> violate(state.device(), alarm, violated, "", batch);
      case Finding.Returned returned -> {
        if (alarm != null) {
          giveBack(alarm, returned, batch);
        }
      }
    }
  }

  private void giveBack(Alarm alarm, Finding.Returned returned, Batch batch) {
    if (alarm.state().isAbnormal()) {
      AlarmLife next = AlarmRules.next(alarm.life(), AlarmEvent.WENT_BACK).to();
      Alarm back = AlarmSteps.returned(alarm, next, returned);
      keep(alarm, back, AlarmEvent.WENT_BACK, returned.time(), "", "", batch);
    }
  }

  private void violate(
      Device device,
      @Nullable Alarm alarm,
      Finding.Violated violated,
      String message,
      Batch batch) {
    if (alarm == null) {
      AlarmLife life = AlarmRules.next(AlarmLife.normal(false), AlarmEvent.VIOLATED).to();
      Alarm raised = AlarmSteps.raised(device, life, violated, message, batch.now());
      keep(null, raised, AlarmEvent.VIOLATED, violated.time(), "", "", batch);
      return;
    }
    boolean rose = violated.severity().compareTo(alarm.severity()) > 0;
    AlarmEvent event = rose && alarm.state().isAbnormal() ? AlarmEvent.ROSE : AlarmEvent.VIOLATED;
    AlarmRules.Step step = AlarmRules.next(alarm.life(), event);
    Alarm next = AlarmSteps.violatedAgain(alarm, step, violated, batch.now());
    keep(alarm, next, event, violated.time(), "", "", batch);
  }

  private void report(DeviceAlert alert, Batch batch) {
    DeviceState state = fleet.find(alert.deviceId());
    if (state == null) {
      throw new AssertionError("an alert was let in of an unknown device: " + alert.deviceId());
    }
    Finding.Violated violated =
        new Finding.Violated(
            Condition.DEVICE_REPORTED, alert.time(), Double.NaN, alert.severity(), Double.NaN);
    String alarmId = AlarmSteps.idOf(state.device(), violated);
    Alarm standing = state.alarm(Condition.DEVICE_REPORTED);
    boolean repeated =
        standing != null ? !alert.time().isAfter(standing.raisedAt()) : isKnown.test(alarmId);
    if (!repeated) {
      violate(state.device(), standing, violated, alert.message(), batch);
    }
  }

  /// A report has no duration of its own: once somebody has seen it, it is over.
  private Alarm endReport(Alarm seen, Batch batch) {
    Finding.Returned over =
        new Finding.Returned(Condition.DEVICE_REPORTED, batch.now(), Double.NaN);
    AlarmLife next = AlarmRules.next(seen.life(), AlarmEvent.WENT_BACK).to();
    Alarm done = AlarmSteps.returned(seen, next, over);
    keep(seen, done, AlarmEvent.WENT_BACK, batch.now(), "", "", batch);
    return done;
  }

  private void notePeak(ReceivedReading received, Batch batch) {
    Reading reading = received.reading();
    DeviceState state = fleet.find(reading.deviceId());
    if (state == null || received.late()) {
      return;
    }
    for (Condition condition : List.of(Condition.HIGH, Condition.LOW)) {
      Alarm alarm = state.alarm(condition);
      if (alarm != null
          && alarm.state().isAbnormal()
          && AlarmSteps.isWorse(alarm, reading.temperature())) {
        Alarm worse = AlarmSteps.withPeak(alarm, reading.temperature());
        remember(worse);
        batch.alarms.put(worse.alarmId(), worse);
      }
    }
  }

  private void keep(
      @Nullable Alarm before,
      Alarm after,
      AlarmEvent event,
      Instant time,
      String actor,
      String comment,
      Batch batch) {
    remember(after);
    batch.alarms.put(after.alarmId(), after);
    batch.changes.add(
        new AlarmChange(
            after.alarmId(),
            batch.now(),
            time,
            event,
            before == null ? AlarmState.NORMAL : before.state(),
            after.state(),
            after.severity(),
            after.value(),
            actor,
            comment,
            null));
  }

  private void remember(Alarm alarm) {
    if (alarm.state().isActive()) {
      active.put(alarm.alarmId(), alarm);
    } else {
      active.remove(alarm.alarmId());
    }
    DeviceState state = fleet.find(alarm.deviceId());
    if (state != null) {
      state.put(alarm);
    }
  }
}
