package ai.cryox.backend.ingest;

import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.audit.AuditEntry;
import java.util.function.Supplier;

/// The alarm design in force. Read from any thread; changed on the pipeline's thread, and in force
/// as soon as the change is durable.
public final class CurrentAlarmDesign implements Supplier<AlarmDesign> {
  private volatile AlarmDesign design;

  /// @param design what was stored
  public CurrentAlarmDesign(AlarmDesign design) {
    this.design = design;
  }

  @Override
  public AlarmDesign get() {
    return design;
  }

  /// Replaces it with this batch.
  ///
  /// @param who decided it
  public void replace(AlarmDesign wanted, String who, Batch batch) {
    batch.alarmDesign = wanted;
    batch.audit.add(
        AuditEntry.done(
            batch.now(), who, "alarm.design", null, "Was %s, is %s.".formatted(design, wanted)));
    batch.whenDurable.add(() -> design = wanted);
  }
}
