package ai.cryox.connectors.cloud;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmActions;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.backend.BackendException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/// Alarms of a server that nobody can answer: says no to everything.
///
/// @param no why
record NoAlarmActions(BackendException no) implements AlarmActions {
  @Override
  public List<Alarm> acknowledge(Collection<String> alarmIds, String comment) {
    throw no;
  }

  @Override
  public List<Alarm> reset(Collection<String> alarmIds, String comment) {
    throw no;
  }

  @Override
  public List<Alarm> shelve(Collection<AlarmKey> alarms, Duration lasting, String why) {
    throw no;
  }

  @Override
  public List<Alarm> unshelve(Collection<AlarmKey> alarms, String comment) {
    throw no;
  }

  @Override
  public List<Alarm> takeOutOfService(Collection<AlarmKey> alarms, String reason) {
    throw no;
  }

  @Override
  public List<Alarm> returnToService(Collection<AlarmKey> alarms, String comment) {
    throw no;
  }
}
