package ai.cryox.backend.classify;

import ai.cryox.backend.ingest.Batch;

/// All that looks for what is wrong beside the temperature. Belongs to the pipeline's thread.
///
/// @param conditions of devices
/// @param silence of devices, and links that are gone
/// @param clock of this machine
public record Watches(ConditionWatch conditions, SilenceWatch silence, ClockWatch clock) {
  /// Adds what they find to the batch.
  public void look(Batch batch) {
    clock.look(batch);
    conditions.look(batch);
    silence.look(batch);
  }
}
