package ai.cryox.core.escalation;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import java.util.Set;

/// Which alarms are meant. An empty set means any.
///
/// @param severities as they are now
/// @param facilityIds alarms of the system itself belong to the facility with the empty id
/// @param conditions what is wrong
public record AlarmMatch(
    Set<Severity> severities, Set<String> facilityIds, Set<Condition> conditions) {
  /// All alarms.
  public static final AlarmMatch ANY = new AlarmMatch(Set.of(), Set.of(), Set.of());

  public AlarmMatch {
    severities = Set.copyOf(severities);
    facilityIds = Set.copyOf(facilityIds);
    conditions = Set.copyOf(conditions);
  }

  /// All alarms of a severity.
  public static AlarmMatch of(Severity severity) {
    return new AlarmMatch(Set.of(severity), Set.of(), Set.of());
  }

  /// Whether this alarm is meant.
  public boolean matches(Alarm alarm) {
    return isIn(severities, alarm.severity())
        && isIn(facilityIds, alarm.facilityId())
        && isIn(conditions, alarm.condition());
  }

  private static <T> boolean isIn(Set<T> wanted, T value) {
    return wanted.isEmpty() || wanted.contains(value);
  }
}
