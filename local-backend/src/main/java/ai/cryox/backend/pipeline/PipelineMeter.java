package ai.cryox.backend.pipeline;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.metrics.Metrics;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmEvent;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.reading.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Measures how long things take in the pipeline. Belongs to its thread.
///
/// @param metrics where the figures go
record PipelineMeter(Metrics metrics) {
  /// A batch is durable and published.
  ///
  /// @param took since the batch was complete
  void measure(List<Delivery> deliveries, Batch batch, Duration took) {
    if (batch.hasChanges()) {
      metrics.committed(took);
    }
    Instant done = batch.now().plus(took);
    if (!deliveries.isEmpty()) {
      metrics.ingested(Duration.between(deliveries.getFirst().receivedAt(), done));
    }
    for (AlarmChange change : batch.changes) {
      Alarm alarm = batch.alarms.get(change.alarmId());
      if (alarm != null
          && change.event() == AlarmEvent.VIOLATED
          && change.from() == AlarmState.NORMAL) {
        metrics.raised(
            alarm.condition(),
            alarm.facilityId(),
            Duration.between(alarm.raisedReceivedAt(), done));
      }
    }
  }
}
