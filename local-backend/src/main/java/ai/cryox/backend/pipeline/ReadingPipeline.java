package ai.cryox.backend.pipeline;

import ai.cryox.backend.alarm.AlarmDesk;
import ai.cryox.backend.classify.ReadingClassifier;
import ai.cryox.backend.classify.Watches;
import ai.cryox.backend.escalation.EscalationDesk;
import ai.cryox.backend.excursion.ExcursionDesk;
import ai.cryox.backend.ingest.Admission;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.live.LiveState;
import ai.cryox.core.reading.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The line: admit → classify → alarm → escalate → append → publish, and only then is anybody told
/// that their message is safe. Belongs to one thread; {@link PipelineAgent} turns it.
record ReadingPipeline(
    Admission admission,
    ReadingClassifier classifier,
    ExcursionDesk excursions,
    Watches watches,
    AlarmDesk alarms,
    EscalationDesk escalations,
    DurableAppend append,
    LiveState live,
    PipelineMeter meter) {

  void process(List<Delivery> deliveries, List<Command<?>> commands, Instant now) {
    Batch batch = new Batch(now);
    alarms.storeWorks(batch);
    admission.admit(deliveries, batch);
    commands.forEach(command -> command.run(batch));
    classifier.classify(batch);
    excursions.track(batch);
    watches.look(batch);
    alarms.apply(batch);
    escalations.apply(batch);
    long before = System.nanoTime();
    if (append.untilDurable(batch)) {
      live.publish(batch);
      meter.measure(deliveries, batch, Duration.ofNanos(System.nanoTime() - before));
      batch.whenDurable.forEach(Runnable::run);
    } else {
      commands.forEach(Command::abandon);
    }
  }
}
