package ai.cryox.backend.escalation;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.classify.Finding;

/// Raises alarms that no device of the registry has: of the system's own parts, and drills. Belongs
/// to the pipeline's thread.
public interface SystemAlarms {
  /// Raises an alarm as part of the batch, or violates it again if it is there.
  ///
  /// @param key whose part is a name beginning with {@link Alarm#SYSTEM}
  Alarm raise(
      AlarmKey key, String facilityId, Finding.Violated violated, String message, Batch batch);

  /// Says that somebody has seen an alarm; changes nothing if it needs nothing any more.
  void acknowledge(String alarmId, String actor, String comment, Batch batch);

  /// Says that the condition is gone; changes nothing if there is no such alarm.
  void end(AlarmKey key, Batch batch);
}
