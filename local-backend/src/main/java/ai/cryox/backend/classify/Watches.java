package ai.cryox.backend.classify;

import ai.cryox.backend.ingest.Batch;
import java.util.function.Consumer;

/// All that looks for what is wrong beside the temperature. Belongs to the pipeline's thread.
///
/// @param conditions of devices
/// @param silence of devices, and links that are gone
/// @param clock of this machine
/// @param people of what concerns people and not devices
public record Watches(
    ConditionWatch conditions, SilenceWatch silence, ClockWatch clock, Consumer<Batch> people) {
  /// Adds what they find to the batch.
  public void look(Batch batch) {
    clock.look(batch);
    conditions.look(batch);
    silence.look(batch);
    people.accept(batch);
  }
}
