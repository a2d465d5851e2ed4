package ai.cryox.core.alarm;

import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import java.util.List;

/// Where alarms and their journal are kept. Port. {@link #save} belongs to the writer's open
/// transaction; the others may be called from any thread and see what is committed.
public interface AlarmStore {
  /// Adds or replaces alarms and adds the lines of their journal.
  void save(List<Alarm> alarms, List<AlarmChange> changes);

  /// All alarms that are not normal.
  List<Alarm> active();

  /// One page of all alarms, newest raised first.
  Page<Alarm> read(AlarmQuery query, PageRequest page);

  /// The journal of one alarm, oldest first; empty if there is no such alarm.
  List<AlarmChange> journal(String alarmId);
}
