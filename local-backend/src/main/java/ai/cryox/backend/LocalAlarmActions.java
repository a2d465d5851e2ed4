package ai.cryox.backend;

import ai.cryox.backend.alarm.AlarmDesk;
import ai.cryox.backend.pipeline.PipelineAgent;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmActions;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.backend.BackendException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/// What one person does to alarms, on the pipeline's thread.
///
/// @param actor who
record LocalAlarmActions(AlarmDesk desk, PipelineAgent agent, String actor)
    implements AlarmActions {
  @Override
  public List<Alarm> acknowledge(Collection<String> alarmIds, String comment) {
    List<String> ids = List.copyOf(alarmIds);
    return agent.change(batch -> desk.acknowledge(ids, actor, comment.strip(), batch));
  }

  @Override
  public List<Alarm> reset(Collection<String> alarmIds, String comment) {
    throw notYet();
  }

  @Override
  public List<Alarm> shelve(Collection<AlarmKey> alarms, Duration lasting, String reason) {
    throw notYet();
  }

  @Override
  public List<Alarm> unshelve(Collection<AlarmKey> alarms, String comment) {
    throw notYet();
  }

  @Override
  public List<Alarm> takeOutOfService(Collection<AlarmKey> alarms, String reason) {
    throw notYet();
  }

  @Override
  public List<Alarm> returnToService(Collection<AlarmKey> alarms, String comment) {
    throw notYet();
  }

  private static BackendException notYet() {
    return new BackendException("not yet");
  }
}
