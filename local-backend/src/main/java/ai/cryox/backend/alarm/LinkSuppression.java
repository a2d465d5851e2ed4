package ai.cryox.backend.alarm;

import ai.cryox.backend.fleet.DeviceState;
import ai.cryox.backend.fleet.Fleet;
import ai.cryox.backend.fleet.Path;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmEvent;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.AlarmRules;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Hold;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A link that is gone is one alarm: the silence of the devices behind it is suppressed by design
/// until it is back, and then for three sampling periods more, so that no storm follows. Belongs to
/// the pipeline's thread.
final class LinkSuppression {
  /// How the ids of links begin.
  private static final String LINK = Alarm.SYSTEM + "link/";

  private final Fleet fleet;
  private final AlarmBook book;

  LinkSuppression(Fleet fleet, AlarmBook book) {
    this.fleet = fleet;
    this.book = book;
  }

  /// A link is down: silence that began since nothing came by it any more is explained.
  void violated(Alarm link, Batch batch) {
    Path path = pathOf(link);
    if (path == null) {
      return;
    }
    for (DeviceState state : List.copyOf(path.devices())) {
      Alarm silence = state.alarm(Condition.SILENT);
      if (silence != null
          && (silence.state() == AlarmState.SUPPRESSED
              || !silence.raisedAt().isBefore(link.raisedAt()))) {
        suppress(silence, link, batch);
      }
    }
  }

  /// A link is back, or a device was heard.
  void returned(Alarm alarm, Batch batch) {
    if (alarm.condition() == Condition.SILENT && alarm.state() == AlarmState.SUPPRESSED) {
      move(alarm, AlarmEvent.UNSUPPRESS, null, batch);
      return;
    }
    Path path = pathOf(alarm);
    if (path != null) {
      path.back(batch.now());
      for (DeviceState state : List.copyOf(path.devices())) {
        giveTime(state, alarm, batch);
      }
    }
  }

  private void giveTime(DeviceState state, Alarm link, Batch batch) {
    Alarm silence = state.alarm(Condition.SILENT);
    Hold hold = silence == null ? null : silence.hold();
    if (silence != null && hold != null && silence.state() == AlarmState.SUPPRESSED) {
      Instant until = batch.now().plus(state.device().silenceLimit());
      book.update(
          AlarmSteps.held(silence, new Hold(hold.since(), until, "", link.alarmId())), batch);
    }
  }

  /// Suppresses a silence if the link that its device is heard by is down.
  ///
  /// @return the alarm as it is now
  Alarm suppressIfExplained(Alarm alarm, Batch batch) {
    if (alarm.condition() != Condition.SILENT || alarm.state().isHeld()) {
      return alarm;
    }
    DeviceState state = fleet.find(alarm.deviceId());
    Path path = state == null ? null : state.path();
    Alarm link = path == null ? null : book.find(keyOf(path.name()));
    return link == null || !link.isConditionPresent() ? alarm : suppress(alarm, link, batch);
  }

  private Alarm suppress(Alarm silence, Alarm link, Batch batch) {
    Hold hold = new Hold(batch.now(), null, "", link.alarmId());
    if (silence.state() == AlarmState.SUPPRESSED) {
      Alarm again = AlarmSteps.held(silence, hold);
      book.update(again, batch);
      return again;
    }
    return move(silence, AlarmEvent.SUPPRESS, hold, batch);
  }

  private Alarm move(Alarm alarm, AlarmEvent event, @Nullable Hold hold, Batch batch) {
    AlarmRules.Step step = AlarmRules.next(alarm.life(), event);
    if (step.to().equals(alarm.life())) {
      return alarm;
    }
    String reason = hold == null ? "" : hold.reason();
    Alarm next = AlarmSteps.moved(alarm, step, hold, null, "", batch.now());
    book.record(alarm, next, new Cause(event, batch.now(), "", reason), batch);
    return next;
  }

  private @Nullable Path pathOf(Alarm alarm) {
    return alarm.condition() == Condition.LINK_DOWN && alarm.deviceId().startsWith(LINK)
        ? fleet.path(alarm.deviceId().substring(LINK.length()))
        : null;
  }

  private static AlarmKey keyOf(String path) {
    return new AlarmKey(LINK + path, Condition.LINK_DOWN);
  }
}
