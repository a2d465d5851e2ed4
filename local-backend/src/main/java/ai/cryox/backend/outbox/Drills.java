package ai.cryox.backend.outbox;

import ai.cryox.backend.escalation.SystemAlarms;
import ai.cryox.backend.fleet.DeviceState;
import ai.cryox.backend.fleet.Fleet;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.classify.Classifier;
import ai.cryox.core.classify.ClassifierMemory;
import ai.cryox.core.classify.Finding;
import ai.cryox.core.classify.Level;
import ai.cryox.core.classify.Limit;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.escalation.Callouts;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Begins and ends drills. A drill's alarm belongs to a part of the system named after the device,
/// so that it never meets the device's own alarms. Belongs to the pipeline's thread.
final class Drills {
  private final Fleet fleet;
  private final SystemAlarms alarms;

  Drills(Fleet fleet, SystemAlarms alarms) {
    this.fleet = fleet;
    this.alarms = alarms;
  }

  Alarm begin(String deviceId, double temperature, String who, Batch batch) {
    DeviceState state = fleet.find(deviceId);
    if (state == null) {
      throw new IllegalArgumentException("There is no device '%s'.".formatted(deviceId));
    }
    Finding.Violated violated =
        Classifier.classify(
                withoutDelays(state.limits()), ClassifierMemory.EMPTY, batch.now(), temperature)
            .findings()
            .stream()
            .filter(Finding.Violated.class::isInstance)
            .map(Finding.Violated.class::cast)
            .findFirst()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "%.1f °C is within the limits of %s, so it raises no alarm; name one beyond."
                        .formatted(temperature, deviceId)));
    AlarmKey key = new AlarmKey(Callouts.DRILL + deviceId, violated.condition());
    return alarms.raise(
        key, state.device().facilityId(), violated, "DRILL, begun by " + who, batch);
  }

  /// Nobody in a drill waits for an on-delay.
  private static StorageProfile withoutDelays(StorageProfile profile) {
    Map<Level, Limit> limits = new EnumMap<>(Level.class);
    profile
        .limits()
        .forEach((level, limit) -> limits.put(level, limit.delays(Duration.ZERO, Duration.ZERO)));
    return new StorageProfile(profile.id(), profile.name(), limits, List.of());
  }

  /// Nobody needs to be called any more, and nobody needs to acknowledge it either.
  void end(Alarm alarm, String who, Batch batch) {
    alarms.end(alarm.key(), batch);
    alarms.acknowledge(alarm.alarmId(), who, "The drill is over.", batch);
  }
}
