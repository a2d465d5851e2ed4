package ai.cryox.app.alarms;

import ai.cryox.app.screen.AlarmWords;
import ai.cryox.app.text.Units;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.live.DeviceLive;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// One line of the alarm list; its cells change in place. Owned by the FX thread.
final class AlarmRow {
  private final ReadOnlyObjectWrapper<Alarm> alarm;
  private final ReadOnlyStringWrapper severity = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper device = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper condition = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper value = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper limit = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper lasting = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper raised = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");

  AlarmRow(Alarm alarm) {
    this.alarm = new ReadOnlyObjectWrapper<>(alarm);
  }

  /// Takes in what is known now; a cell whose text stays is not touched.
  void update(Alarm now, @Nullable DeviceLive live, Instant at, AlarmWords words) {
    Units units = words.units();
    alarm.set(now);
    severity.set(words.severity(now));
    device.set(live == null ? now.deviceId() : live.device().name());
    condition.set(words.condition(now));
    var newest = live == null ? null : live.newest();
    boolean current = newest != null && now.state().isActive() && !Double.isNaN(now.value());
    value.set(
        units.temperature(
            current && newest != null ? newest.reading().temperature() : now.value()));
    limit.set(units.oneDecimal(now.limit()));
    lasting.set(units.duration(words.lasting(now, at)));
    raised.set(units.timeSince(now.raisedAt(), at));
    state.set(words.state(now));
  }

  Alarm alarm() {
    return alarm.get();
  }

  String id() {
    return alarm.get().alarmId();
  }

  /// Whether any cell holds the text, which is in lower case.
  boolean holds(String text, java.util.Locale locale) {
    return (device.get()
            + ' '
            + condition.get()
            + ' '
            + severity.get()
            + ' '
            + state.get()
            + ' '
            + alarm().deviceId()
            + ' '
            + alarm().facilityId())
        .toLowerCase(locale)
        .contains(text);
  }

  ReadOnlyObjectProperty<Alarm> alarmProperty() {
    return alarm.getReadOnlyProperty();
  }

  ReadOnlyStringProperty severity() {
    return severity.getReadOnlyProperty();
  }

  ReadOnlyStringProperty device() {
    return device.getReadOnlyProperty();
  }

  ReadOnlyStringProperty condition() {
    return condition.getReadOnlyProperty();
  }

  ReadOnlyStringProperty value() {
    return value.getReadOnlyProperty();
  }

  ReadOnlyStringProperty limit() {
    return limit.getReadOnlyProperty();
  }

  ReadOnlyStringProperty lasting() {
    return lasting.getReadOnlyProperty();
  }

  ReadOnlyStringProperty raised() {
    return raised.getReadOnlyProperty();
  }

  ReadOnlyStringProperty state() {
    return state.getReadOnlyProperty();
  }
}
