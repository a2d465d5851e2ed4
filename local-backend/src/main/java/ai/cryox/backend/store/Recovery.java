package ai.cryox.backend.store;

import ai.cryox.backend.fleet.DeviceState;
import ai.cryox.backend.fleet.Fleet;
import ai.cryox.core.classify.ClassifierMemory;
import ai.cryox.core.classify.RateLimit;
import ai.cryox.core.classify.RateMemory;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceStore;
import ai.cryox.core.live.Trace;
import ai.cryox.core.reading.ReadingStore;
import ai.cryox.core.reading.ReceivedReading;
import java.time.Instant;
import java.util.Map;

/// Brings back, from what is stored alone, what was remembered of each device when the backend last
/// stopped, however it stopped.
public record Recovery(
    DeviceStore devices,
    ReadingStore readings,
    SqliteMemoryStore memories,
    SqliteMessageStore messages,
    SqliteWatchStore watches) {

  /// Fills an empty fleet.
  public void restore(Fleet fleet) {
    Map<String, ClassifierMemory> remembered = memories.all();
    for (Device device : devices.all()) {
      DeviceState state = fleet.put(device, device.firstSeen());
      readings.newest(device.deviceId(), Trace.LENGTH).forEach(state::add);
      ClassifierMemory memory = remembered.getOrDefault(device.deviceId(), ClassifierMemory.EMPTY);
      ReceivedReading newest = state.newest();
      Instant newestTime = newest == null ? null : newest.reading().time();
      state.setMemory(
          new ClassifierMemory(
              memory.limits(), memory.cumulative(), newestTime, rate(state, memory.rate())));
    }
    restoreWatches(fleet);
    messages
        .newestTelemetry()
        .forEach(telemetry -> {
          DeviceState state = fleet.find(telemetry.deviceId());
          if (state != null) {
            state.add(telemetry);
          }
        });
    messages
        .newestStatuses()
        .forEach(status -> {
          DeviceState state = fleet.find(status.deviceId());
          if (state != null) {
            state.add(status);
          }
        });
  }

  /// The samples that a rate is measured by follow from the readings.
  private RateMemory rate(DeviceState state, RateMemory stored) {
    RateLimit limit = state.limits().rate();
    if (limit == null) {
      return RateMemory.NONE;
    }
    RateMemory memory = RateMemory.NONE;
    for (ReceivedReading received : readings.newest(state.device().deviceId(), Trace.LENGTH)) {
      if (!received.late()) {
        memory = memory.after(limit, received.reading().time(), received.reading().temperature());
      }
    }
    return new RateMemory(memory.samples(), stored.violated());
  }

  private void restoreWatches(Fleet fleet) {
    watches
        .all()
        .forEach((key, memory) -> {
          DeviceState state = fleet.find(key.deviceId());
          if (state != null) {
            state.setWatch(key.condition(), memory);
          }
        });
    watches
        .paths()
        .forEach((deviceId, source) -> {
          DeviceState state = fleet.find(deviceId);
          if (state != null) {
            fleet.heardBy(state, source);
          }
        });
  }
}
