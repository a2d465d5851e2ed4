package ai.cryox.app.alarms;

import ai.cryox.app.screen.AlarmWords;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveSnapshot;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The active alarms as rows that stay the same objects while they live, so that a selection does.
/// One owner thread, the FX thread; needs no toolkit.
final class AlarmsModel {
  private final AlarmWords words;
  private final ObservableList<AlarmRow> active = FXCollections.observableArrayList();
  private final ObservableList<AlarmRow> past = FXCollections.observableArrayList();
  private final Map<String, AlarmRow> byId = new HashMap<>();

  AlarmsModel(AlarmWords words) {
    this.words = words;
  }

  ObservableList<AlarmRow> active() {
    return active;
  }

  ObservableList<AlarmRow> past() {
    return past;
  }

  /// Takes in the newest state: changed cells change, gone rows go, new ones come at their place.
  ///
  /// @return whether rows changed their order, which costs a table its selection
  boolean show(LiveSnapshot snapshot, Instant now) {
    Map<String, DeviceLive> devices = new HashMap<>();
    Set<String> present = new HashSet<>();
    for (Alarm alarm : snapshot.alarms()) {
      present.add(alarm.alarmId());
      devices.put(alarm.deviceId(), null);
    }
    for (DeviceLive live : snapshot.devices()) {
      devices.replace(live.device().deviceId(), live);
    }
    if (!present.containsAll(byId.keySet())) {
      active.removeIf(row -> !present.contains(row.id()));
      byId.keySet().retainAll(present);
    }
    for (int i = 0; i < snapshot.alarms().size(); i++) {
      Alarm alarm = snapshot.alarms().get(i);
      AlarmRow row = byId.get(alarm.alarmId());
      if (row == null) {
        row = new AlarmRow(alarm);
        byId.put(alarm.alarmId(), row);
        row.update(alarm, devices.get(alarm.deviceId()), now, words);
        active.add(Math.min(i, active.size()), row);
      } else {
        row.update(alarm, devices.get(alarm.deviceId()), now, words);
      }
    }
    List<AlarmRow> ordered =
        snapshot.alarms().stream()
            .map(alarm -> Objects.requireNonNull(byId.get(alarm.alarmId())))
            .toList();
    boolean moved = !ordered.equals(active);
    if (moved) {
      active.setAll(ordered);
    }
    return moved;
  }

  /// Replaces or extends the past alarms by a page.
  void showPast(List<Alarm> page, boolean extend, LiveSnapshot snapshot, Instant now) {
    List<AlarmRow> rows =
        page.stream()
            .map(alarm -> {
              AlarmRow row = new AlarmRow(alarm);
              row.update(alarm, snapshot.device(alarm.deviceId()).orElse(null), now, words);
              return row;
            })
            .toList();
    if (extend) {
      past.addAll(rows);
    } else {
      past.setAll(rows);
    }
  }
}
