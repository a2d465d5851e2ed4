package ai.cryox.backend.alarm;

import ai.cryox.backend.fleet.DeviceState;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmEvent;
import ai.cryox.core.alarm.AlarmRules;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Hold;
import ai.cryox.core.classify.Finding;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts alarms aside and brings them back, in time or by hand. Belongs to the pipeline's thread.
final class Holds {
  private static final Set<Condition> WITHOUT_DURATION =
      Set.of(Condition.DEVICE_REPORTED, Condition.TAMPER);

  private final AlarmBook book;
  private final LinkSuppression links;
  private final Instant startedAt;

  Holds(AlarmBook book, LinkSuppression links, Instant startedAt) {
    this.book = book;
    this.links = links;
    this.startedAt = startedAt;
  }

  /// Takes over a stored alarm. A backend that was off heard nobody, so what waits for a device to
  /// be heard waits for three sampling periods more.
  void restore(Alarm alarm, @Nullable DeviceState state) {
    Hold hold = alarm.hold();
    Instant until = hold == null ? null : hold.until();
    if (hold == null || until == null || state == null || alarm.state() != AlarmState.SUPPRESSED) {
      book.remember(alarm);
      return;
    }
    Instant heardBy = startedAt.plus(state.device().silenceLimit());
    Instant later = until.isAfter(heardBy) ? until : heardBy;
    book.remember(AlarmSteps.held(alarm, new Hold(hold.since(), later, hold.by(), hold.reason())));
  }

  /// Lets go what was put aside until now.
  void endDue(Batch batch) {
    for (Alarm alarm : book.dueBy(batch.now())) {
      Hold hold = alarm.hold();
      Instant until = hold == null || hold.until() == null ? batch.now() : hold.until();
      AlarmEvent event =
          alarm.state() == AlarmState.SHELVED ? AlarmEvent.SHELF_ENDED : AlarmEvent.UNSUPPRESS;
      String comment = until.isBefore(startedAt) ? whileOff(until) : "";
      move(alarm, new Cause(event, until, "", comment), null, batch);
    }
  }

  private static String whileOff(Instant until) {
    return "The backend was off when the time ran out, at %s; it is done now.".formatted(until);
  }

  /// Moves an alarm that people or deadlines do something to.
  ///
  /// @param hold why it is put aside by that, or `null` if it is not
  /// @return the alarm as it is now, or `null` if that changed nothing
  @Nullable Alarm move(Alarm alarm, Cause cause, @Nullable Hold hold, Batch batch) {
    AlarmRules.Step step = AlarmRules.next(alarm.life(), cause.event());
    boolean reshelved = cause.event() == AlarmEvent.SHELVE && alarm.state() == AlarmState.SHELVED;
    if (step.to().equals(alarm.life()) && !reshelved) {
      return null;
    }
    boolean held = step.to().state().isHeld();
    boolean seen =
        cause.event() == AlarmEvent.ACKNOWLEDGE || step.to().state() == AlarmState.ACKNOWLEDGED;
    Alarm next =
        AlarmSteps.moved(
            alarm,
            step,
            held ? hold : null,
            seen ? cause.actor() : null,
            cause.comment(),
            batch.now());
    book.record(alarm, next, cause, batch);
    return settle(next, batch);
  }

  /// A device's report and what was found in the ledger have no duration of their own: once
  /// somebody has seen it, it is over. And a silence that comes back from being put aside may have
  /// been explained by a link meanwhile.
  private Alarm settle(Alarm alarm, Batch batch) {
    if (WITHOUT_DURATION.contains(alarm.condition()) && alarm.state() == AlarmState.ACKNOWLEDGED) {
      return endReport(alarm, batch);
    }
    return links.suppressIfExplained(alarm, batch);
  }

  private Alarm endReport(Alarm seen, Batch batch) {
    Finding.Returned over = new Finding.Returned(seen.condition(), batch.now(), Double.NaN);
    AlarmRules.Step step = AlarmRules.next(seen.life(), AlarmEvent.WENT_BACK);
    Alarm done = AlarmSteps.returned(seen, step.to(), over);
    book.record(seen, done, Cause.of(AlarmEvent.WENT_BACK, batch.now()), batch);
    return done;
  }
}
