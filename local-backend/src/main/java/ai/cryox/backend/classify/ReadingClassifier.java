package ai.cryox.backend.classify;

import ai.cryox.backend.fleet.DeviceState;
import ai.cryox.backend.fleet.Fleet;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.ingest.Batch.DeviceChange;
import ai.cryox.backend.ingest.Batch.DeviceFinding;
import ai.cryox.backend.order.OrderWatch;
import ai.cryox.core.classify.Classification;
import ai.cryox.core.classify.Classifier;
import ai.cryox.core.classify.ClassifierMemory;
import ai.cryox.core.classify.Level;
import ai.cryox.core.classify.LimitMemory;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceMove;
import ai.cryox.core.device.DeviceMove.Place;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReceivedReading;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/// Applies core's classifier to each device's own memory and limits. Belongs to the pipeline's
/// thread.
public final class ReadingClassifier {
  private final Fleet fleet;
  private final OrderWatch orders = new OrderWatch();

  /// Classifies the devices of a fleet.
  public ReadingClassifier(Fleet fleet) {
    this.fleet = fleet;
  }

  /// Classifies the batch's readings and applies its changes of limits. Late readings are history
  /// and are left out.
  public void classify(Batch batch) {
    batch.deviceChanges.forEach(change -> relimit(change, batch));
    for (ReceivedReading received : batch.readings) {
      if (!received.late()) {
        classify(received, batch);
      }
    }
  }

  private void classify(ReceivedReading received, Batch batch) {
    Reading reading = received.reading();
    DeviceState state = known(reading.deviceId());
    ClassifierMemory memory = memory(state, received.receivedAt());
    remember(
        state,
        Classifier.classify(state.limits(), memory, reading.time(), reading.temperature()),
        batch);
  }

  /// What the classifier remembers. After this machine's clock was set back every reading would be
  /// older than the newest until the clock is there again, and no limit with a delay would be
  /// watched: so what is violated stays violated, and delays begin anew.
  private static ClassifierMemory memory(DeviceState state, Instant now) {
    ClassifierMemory memory = state.memory();
    Instant newest = memory.newest();
    if (newest == null || !DeviceState.isUndone(newest, now)) {
      return memory;
    }
    Map<Level, LimitMemory> limits = new EnumMap<>(Level.class);
    memory
        .limits()
        .forEach((level, limit) -> limits.put(level, new LimitMemory(limit.violated(), null)));
    return new ClassifierMemory(limits, memory.cumulative(), null);
  }

  private void relimit(DeviceChange change, Batch batch) {
    DeviceState state = known(change.deviceId());
    StorageProfile before = state.limits();
    Device device = change.change().apply(state.device());
    orders.changed(state.device(), device, batch);
    Place left = Place.of(state.device());
    DeviceState after = fleet.put(device, batch.now());
    batch.devices.put(device.deviceId(), device);
    if (!left.equals(Place.of(device))) {
      batch.moves.add(new DeviceMove(device.deviceId(), batch.now(), left, Place.of(device)));
    }
    if (after.limits().equals(before)) {
      return;
    }
    ReceivedReading newest = after.newest();
    Instant time = newest == null ? batch.now() : newest.reading().time();
    double value = newest == null ? Double.NaN : newest.reading().temperature();
    remember(after, Classifier.relimit(before, after.limits(), after.memory(), time, value), batch);
  }

  private void remember(DeviceState state, Classification classification, Batch batch) {
    String deviceId = state.device().deviceId();
    ClassifierMemory next = classification.memory();
    if (!next.sameDecisions(state.memory())) {
      batch.memories.put(deviceId, next);
    }
    state.setMemory(next);
    classification.findings().forEach(f -> batch.findings.add(new DeviceFinding(deviceId, f)));
  }

  private DeviceState known(String deviceId) {
    DeviceState state = fleet.find(deviceId);
    if (state == null) {
      throw new AssertionError("the fleet does not know " + deviceId);
    }
    return state;
  }
}
