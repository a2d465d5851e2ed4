package ai.cryox.backend.classify;

import ai.cryox.backend.fleet.DeviceState;
import ai.cryox.backend.fleet.Fleet;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.ingest.Batch.ClockFault;
import ai.cryox.backend.ingest.Batch.DeviceFinding;
import ai.cryox.backend.ingest.Batch.Measured;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.AlarmLimit;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.WatchMemory;
import ai.cryox.core.classify.Finding;
import ai.cryox.core.device.Device;
import ai.cryox.core.reading.DeviceStatus;
import ai.cryox.core.reading.Message;
import ai.cryox.core.reading.Quality;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReceivedReading;
import ai.cryox.core.reading.Telemetry;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Finds what is wrong with a device beside its temperature: battery, radio signal, sensor, odd
/// values, its clock. Belongs to the pipeline's thread.
///
/// Delays run on event time, for the clock on the backend's. What is older than its device's live
/// window is history and is left out.
public final class ConditionWatch {
  private final Fleet fleet;
  private final Supplier<AlarmDesign> design;

  /// @param design limits and delays
  public ConditionWatch(Fleet fleet, Supplier<AlarmDesign> design) {
    this.fleet = fleet;
    this.design = design;
  }

  /// Adds findings of what the batch's messages say.
  public void look(Batch batch) {
    AlarmDesign now = design.get();
    batch.clockFaults.forEach(fault -> judge(fault, now, batch));
    batch.telemetry.forEach(telemetry -> judge(telemetry, now, batch));
    batch.statuses.forEach(status -> judge(status, now, batch));
    for (ReceivedReading received : batch.readings) {
      if (!received.late()) {
        judge(received, now, batch);
      }
    }
  }

  private void judge(ReceivedReading received, AlarmDesign now, Batch batch) {
    Reading reading = received.reading();
    DeviceState state = known(reading);
    boolean odd =
        Boolean.TRUE.equals(reading.notes().anomaly()) || reading.quality() == Quality.UNCERTAIN;
    there(state, Condition.ANOMALY, reading.time(), odd, oddity(reading), now, batch);
    judgeSensor(state, reading, reading.time(), now, batch);
    if (!state.watch(Condition.CLOCK).isClear()) {
      there(state, Condition.CLOCK, received.receivedAt(), false, "", now, batch);
    }
  }

  private static String oddity(Reading reading) {
    Double confidence = reading.notes().confidence();
    return reading.quality() == Quality.UNCERTAIN && confidence != null
        ? "The device trusts its own value only to %d %%.".formatted(Math.round(confidence * 100))
        : "The device holds its value for unusual.";
  }

  private void judge(Telemetry telemetry, AlarmDesign now, Batch batch) {
    DeviceState state = known(telemetry);
    if (!isLate(telemetry, state.device(), batch)) {
      judgePower(state, telemetry.time(), telemetry.battery(), telemetry.signal(), now, batch);
    }
  }

  private void judge(DeviceStatus status, AlarmDesign now, Batch batch) {
    DeviceState state = known(status);
    if (!isLate(status, state.device(), batch)) {
      judgePower(state, status.time(), status.battery(), status.signal(), now, batch);
      judgeSensor(state, null, status.time(), now, batch);
    }
  }

  private static boolean isLate(Message message, Device device, Batch batch) {
    return Duration.between(message.time(), batch.now()).compareTo(device.liveWindow()) > 0;
  }

  private void judgePower(
      DeviceState state,
      Instant time,
      @Nullable Double battery,
      @Nullable Double signal,
      AlarmDesign now,
      Batch batch) {
    measured(
        state,
        Condition.BATTERY,
        now.limit(Condition.BATTERY),
        time,
        numberOrNaN(battery),
        now,
        batch);
    measured(
        state,
        Condition.SIGNAL,
        now.limit(Condition.SIGNAL),
        time,
        numberOrNaN(signal),
        now,
        batch);
  }

  private static double numberOrNaN(@Nullable Double value) {
    return Objects.requireNonNullElse(value, Double.NaN);
  }

  /// A stuck sensor is well again only once it says something else, also after a restart, when it
  /// is not known any more for how long it has been stuck.
  private void judgeSensor(
      DeviceState state, @Nullable Reading reading, Instant time, AlarmDesign now, Batch batch) {
    String fault = SensorFaults.of(state, reading, now.stuckAfter());
    Condition condition = Condition.SENSOR_FAULT;
    boolean unchanged =
        reading != null
            && !reading.time().equals(state.unchangedSince())
            && !now.stuckAfter().isZero();
    boolean gone = fault == null && !(state.watch(condition).violated() && unchanged);
    there(state, condition, time, fault != null, gone, fault == null ? "" : fault, now, batch);
  }

  private void judge(ClockFault fault, AlarmDesign now, Batch batch) {
    DeviceState state = fleet.find(fault.deviceId());
    if (state != null) {
      long minutes = fault.skew().toMinutes();
      String message =
          minutes >= 0
              ? "Its clock is %d min ahead; what it says is refused.".formatted(minutes)
              : "Its clock was never set; what it says is refused.";
      there(state, Condition.CLOCK, fault.receivedAt(), true, message, now, batch);
    }
  }

  private void there(
      DeviceState state,
      Condition condition,
      Instant time,
      boolean present,
      String message,
      AlarmDesign now,
      Batch batch) {
    there(state, condition, time, present, !present, message, now, batch);
  }

  private void there(
      DeviceState state,
      Condition condition,
      Instant time,
      boolean present,
      boolean gone,
      String message,
      AlarmDesign now,
      Batch batch) {
    AlarmLimit limit = now.limit(condition);
    WatchMemory before = before(state, condition, batch);
    if (limit == null) {
      forget(state, condition, before, time, batch);
    } else if (present || !before.isClear()) {
      WatchMemory next = before.after(limit, time, present, gone);
      note(state, condition, before, next, Double.NaN, limit, message, now, batch);
    }
  }

  private void measured(
      DeviceState state,
      Condition condition,
      @Nullable AlarmLimit limit,
      Instant time,
      double value,
      AlarmDesign now,
      Batch batch) {
    WatchMemory before = before(state, condition, batch);
    if (limit == null) {
      forget(state, condition, before, time, batch);
    } else if (!Double.isNaN(value)) {
      WatchMemory next = before.after(limit, condition, time, value);
      note(state, condition, before, next, value, limit, "", now, batch);
      if (next.violated()) {
        batch.measured.add(new Measured(state.device().deviceId(), condition, value));
      }
    }
  }

  private static WatchMemory before(DeviceState state, Condition condition, Batch batch) {
    WatchMemory memory = state.watch(condition);
    Instant newest = memory.newest();
    return newest != null && DeviceState.isUndone(newest, batch.now()) ? memory.undone() : memory;
  }

  /// A condition that is not watched any more is over.
  private static void forget(
      DeviceState state, Condition condition, WatchMemory before, Instant time, Batch batch) {
    Alarm alarm = state.alarm(condition);
    if (!before.isClear()) {
      remember(state, condition, WatchMemory.CLEAR, batch);
    }
    if (alarm != null && alarm.isConditionPresent()) {
      find(state, new Finding.Returned(condition, time, Double.NaN), "", batch);
    }
  }

  private static void note(
      DeviceState state,
      Condition condition,
      WatchMemory before,
      WatchMemory next,
      double value,
      AlarmLimit limit,
      String message,
      AlarmDesign now,
      Batch batch) {
    Instant time = next.newest();
    if (next.equals(before) || time == null) {
      return;
    }
    if (next.sameDecisions(before)) {
      state.setWatch(condition, next);
      return;
    }
    remember(state, condition, next, batch);
    if (next.violated() && !before.violated()) {
      find(
          state,
          new Finding.Violated(condition, time, value, now.severityOf(condition), limit.value()),
          message,
          batch);
    } else if (before.violated() && !next.violated()) {
      find(state, new Finding.Returned(condition, time, value), "", batch);
    }
  }

  private static void remember(
      DeviceState state, Condition condition, WatchMemory next, Batch batch) {
    state.setWatch(condition, next);
    batch.watches.put(new AlarmKey(state.device().deviceId(), condition), next);
  }

  private static void find(DeviceState state, Finding finding, String message, Batch batch) {
    batch.findings.add(
        new DeviceFinding(
            state.device().deviceId(), state.device().facilityId(), finding, message));
  }

  private DeviceState known(Message message) {
    DeviceState state = fleet.find(message.deviceId());
    if (state == null) {
      throw new AssertionError("the fleet does not know " + message.deviceId());
    }
    return state;
  }
}
