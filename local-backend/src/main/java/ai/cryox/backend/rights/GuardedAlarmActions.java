package ai.cryox.backend.rights;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmActions;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.people.Action;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/// What one person may do to alarms: all of those that they name, or nothing.
record GuardedAlarmActions(AlarmActions actions, Rights rights, Whereabouts where)
    implements AlarmActions {
  @Override
  public List<Alarm> acknowledge(Collection<String> alarmIds, String comment) {
    rights.require(Action.ACKNOWLEDGE, where.ofAlarms(alarmIds));
    return actions.acknowledge(alarmIds, comment);
  }

  @Override
  public List<Alarm> reset(Collection<String> alarmIds, String comment) {
    rights.require(Action.ACKNOWLEDGE, where.ofAlarms(alarmIds));
    return actions.reset(alarmIds, comment);
  }

  @Override
  public List<Alarm> shelve(Collection<AlarmKey> alarms, Duration lasting, String reason) {
    rights.require(Action.SHELVE, where.ofKeys(alarms));
    return actions.shelve(alarms, lasting, reason);
  }

  @Override
  public List<Alarm> unshelve(Collection<AlarmKey> alarms, String comment) {
    rights.require(Action.SHELVE, where.ofKeys(alarms));
    return actions.unshelve(alarms, comment);
  }

  @Override
  public List<Alarm> takeOutOfService(Collection<AlarmKey> alarms, String reason) {
    rights.require(Action.TAKE_OUT_OF_SERVICE, where.ofKeys(alarms));
    return actions.takeOutOfService(alarms, reason);
  }

  @Override
  public List<Alarm> returnToService(Collection<AlarmKey> alarms, String comment) {
    rights.require(Action.TAKE_OUT_OF_SERVICE, where.ofKeys(alarms));
    return actions.returnToService(alarms, comment);
  }
}
