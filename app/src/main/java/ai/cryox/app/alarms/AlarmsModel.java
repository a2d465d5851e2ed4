package ai.cryox.app.alarms;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.escalation.Escalation;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveSnapshot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The alarms as rows that stay the same objects while they live, so that a selection does. One
/// owner thread, the FX thread; needs no toolkit.
final class AlarmsModel {
  private final ObservableList<AlarmRow> shown = FXCollections.observableArrayList();
  private final ObservableList<AlarmRow> past = FXCollections.observableArrayList();
  private final Map<Segment, Integer> counts = new EnumMap<>(Segment.class);
  private final Map<String, DeviceLive> devices = new HashMap<>();
  private Map<String, AlarmRow> byId = new HashMap<>();
  private final Map<String, Escalation> escalations = new HashMap<>();
  private @Nullable List<DeviceLive> knownDevices;

  /// The rows of one part of the list, in the snapshot's order.
  ObservableList<AlarmRow> shown() {
    return shown;
  }

  /// Alarms that once were.
  ObservableList<AlarmRow> past() {
    return past;
  }

  /// How many alarms stand in this part, whatever the filter leaves out.
  int count(Segment segment) {
    return counts.getOrDefault(segment, 0);
  }

  /// The device with this id, or `null`.
  @Nullable DeviceLive device(String deviceId) {
    return devices.get(deviceId);
  }

  /// The alarm with this id if it is active, or `null`.
  @Nullable Alarm active(String alarmId) {
    AlarmRow row = byId.get(alarmId);
    return row == null ? null : row.alarm();
  }

  /// How far the telling of an alarm has come, or `null` if nobody is told any more.
  @Nullable Escalation escalation(String alarmId) {
    return escalations.get(alarmId);
  }

  /// Takes in the newest state: changed rows change in place, and the list shows what belongs to
  /// this part and is wanted.
  ///
  /// @param arrange whether rows may come, go and move now
  /// @return whether they did, which costs a table its selection
  boolean show(
      LiveSnapshot snapshot, Segment segment, Predicate<AlarmRow> wanted, boolean arrange) {
    know(snapshot.devices());
    escalations.clear();
    snapshot.escalations().forEach(one -> escalations.put(one.alarmId(), one));
    counts.clear();
    Map<String, AlarmRow> next = HashMap.newHashMap(snapshot.alarms().size());
    List<AlarmRow> rows = new ArrayList<>();
    for (Alarm alarm : snapshot.alarms()) {
      AlarmRow row = row(alarm);
      next.put(alarm.alarmId(), row);
      counts.merge(Segment.of(alarm), 1, Integer::sum);
      if (arrange && segment.holds(alarm) && wanted.test(row)) {
        rows.add(row);
      }
    }
    byId = next;
    return arrange && segment.isLive() && arrange(rows);
  }

  private AlarmRow row(Alarm alarm) {
    DeviceLive live = devices.get(alarm.deviceId());
    AlarmRow row = byId.get(alarm.alarmId());
    if (row == null) {
      return new AlarmRow(alarm, live);
    }
    row.update(alarm, live);
    return row;
  }

  /// The same list comes again while no device changed; looking each one up again would be the
  /// dearest part of a beat.
  @SuppressWarnings("ReferenceEquality")
  private void know(List<DeviceLive> all) {
    if (all == knownDevices) {
      return;
    }
    knownDevices = all;
    for (DeviceLive live : all) {
      devices.put(live.device().deviceId(), live);
    }
    if (devices.size() > all.size()) {
      Set<String> present = new HashSet<>();
      all.forEach(live -> present.add(live.device().deviceId()));
      devices.keySet().retainAll(present);
    }
  }

  /// Rows are equal only if they are the same.
  private boolean arrange(List<AlarmRow> rows) {
    if (rows.equals(shown)) {
      return false;
    }
    shown.setAll(rows);
    return true;
  }

  /// Replaces or extends the past alarms by a page.
  void showPast(List<Alarm> page, boolean extend) {
    List<AlarmRow> rows =
        page.stream().map(alarm -> new AlarmRow(alarm, devices.get(alarm.deviceId()))).toList();
    if (extend) {
      past.addAll(rows);
    } else {
      past.setAll(rows);
    }
  }
}
