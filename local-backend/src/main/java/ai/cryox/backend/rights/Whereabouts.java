package ai.cryox.backend.rights;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.live.LiveFeed;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// In which facility something is; the empty name for what belongs to none and for what nobody
/// knows. Any thread.
///
/// @param live of all facilities
/// @param ofStoredAlarm where an alarm of the past was; asks the disk
record Whereabouts(LiveFeed live, Function<String, String> ofStoredAlarm) {
  String ofDevice(String deviceId) {
    return live.latest().device(deviceId).map(known -> known.device().facilityId()).orElse("");
  }

  String ofAlarm(String alarmId) {
    return live.latest().alarms().stream()
        .filter(alarm -> alarm.alarmId().equals(alarmId))
        .map(Alarm::facilityId)
        .findFirst()
        .orElseGet(() -> ofStoredAlarm.apply(alarmId));
  }

  Set<String> ofAlarms(Collection<String> alarmIds) {
    return alarmIds.stream().map(this::ofAlarm).collect(Collectors.toSet());
  }

  Set<String> ofKeys(Collection<AlarmKey> keys) {
    return keys.stream().map(this::ofKey).collect(Collectors.toSet());
  }

  private String ofKey(AlarmKey key) {
    return key.deviceId().startsWith(Alarm.SYSTEM)
        ? live.latest().alarms().stream()
            .filter(alarm -> alarm.key().equals(key))
            .map(Alarm::facilityId)
            .findFirst()
            .orElse("")
        : ofDevice(key.deviceId());
  }
}
