package ai.cryox.backend.classify;

import ai.cryox.backend.fleet.DeviceState;
import ai.cryox.backend.fleet.Fleet;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.ingest.Batch.DeviceChange;
import ai.cryox.backend.ingest.Batch.DeviceFinding;
import ai.cryox.core.classify.Classification;
import ai.cryox.core.classify.Classifier;
import ai.cryox.core.classify.ClassifierMemory;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.device.Device;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReceivedReading;
import java.time.Instant;

/// Applies core's classifier to each device's own memory and limits. Belongs to the pipeline's
/// thread.
public final class ReadingClassifier {
  private final Fleet fleet;

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
        classify(received.reading(), batch);
      }
    }
  }

  private void classify(Reading reading, Batch batch) {
    DeviceState state = known(reading.deviceId());
    remember(
        state,
        Classifier.classify(state.limits(), state.memory(), reading.time(), reading.temperature()),
        batch);
  }

  private void relimit(DeviceChange change, Batch batch) {
    DeviceState state = known(change.deviceId());
    StorageProfile before = state.limits();
    Device device = change.change().apply(state.device());
    DeviceState after = fleet.put(device, batch.now());
    batch.devices.put(device.deviceId(), device);
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
