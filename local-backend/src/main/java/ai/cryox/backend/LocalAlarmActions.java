package ai.cryox.backend;

import ai.cryox.backend.alarm.OperatorActions;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.pipeline.Attributed;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmActions;
import ai.cryox.core.alarm.AlarmEvent;
import ai.cryox.core.alarm.AlarmKey;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// What one person does to alarms, on the pipeline's thread.
///
/// @param person who
record LocalAlarmActions(OperatorActions operators, Attributed person) implements AlarmActions {
  @Override
  public List<Alarm> acknowledge(Collection<String> alarmIds, String comment) {
    return move(alarmIds, AlarmEvent.ACKNOWLEDGE, comment);
  }

  @Override
  public List<Alarm> reset(Collection<String> alarmIds, String comment) {
    return move(alarmIds, AlarmEvent.RESET, comment);
  }

  @Override
  public List<Alarm> shelve(Collection<AlarmKey> alarms, Duration lasting, String reason) {
    List<AlarmKey> keys = List.copyOf(alarms);
    return change(batch -> operators.shelve(keys, lasting, person.name(), reason.strip(), batch));
  }

  @Override
  public List<Alarm> unshelve(Collection<AlarmKey> alarms, String comment) {
    return release(alarms, AlarmEvent.UNSHELVE, comment);
  }

  @Override
  public List<Alarm> takeOutOfService(Collection<AlarmKey> alarms, String reason) {
    List<AlarmKey> keys = List.copyOf(alarms);
    return change(batch -> operators.takeOutOfService(keys, person.name(), reason.strip(), batch));
  }

  @Override
  public List<Alarm> returnToService(Collection<AlarmKey> alarms, String comment) {
    return release(alarms, AlarmEvent.RETURN_TO_SERVICE, comment);
  }

  private List<Alarm> move(Collection<String> alarmIds, AlarmEvent event, String comment) {
    List<String> ids = List.copyOf(alarmIds);
    return change(batch -> operators.move(ids, event, person.name(), comment.strip(), batch));
  }

  private List<Alarm> release(Collection<AlarmKey> alarms, AlarmEvent event, String comment) {
    List<AlarmKey> keys = List.copyOf(alarms);
    return change(batch -> operators.release(keys, event, person.name(), comment.strip(), batch));
  }

  private List<Alarm> change(Function<Batch, List<Alarm>> change) {
    return person.change(change);
  }
}
