package ai.cryox.app.alarms;

import ai.cryox.app.screen.AlarmWords;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.live.DeviceLive;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One line of the alarm list, the same object as long as its alarm lives, so that a selection
/// stays. Words are made only for the lines that are in sight. Owned by the FX thread; needs no
/// toolkit.
final class AlarmRow {
  private final ReadOnlyObjectWrapper<Facts> facts;
  private @Nullable String words;

  /// What a line is made from.
  ///
  /// @param live its device, or `null` for a part of the system
  record Facts(Alarm alarm, @Nullable DeviceLive live) {
    /// The newest value while it says something about the alarm, else the alarm's own.
    double value() {
      var newest = live == null ? null : live.newest();
      boolean measured = !Double.isNaN(alarm.value());
      boolean temperature =
          switch (alarm.condition()) {
            case HIGH, LOW, CUMULATIVE -> measured;
            default -> false;
          };
      return newest != null && temperature && alarm.state().isActive()
          ? newest.reading().temperature()
          : alarm.value();
    }
  }

  AlarmRow(Alarm alarm, @Nullable DeviceLive live) {
    facts = new ReadOnlyObjectWrapper<>(new Facts(alarm, live));
  }

  /// Takes in what is known now; what is the very same as before costs nothing.
  @SuppressWarnings("ReferenceEquality")
  void update(Alarm alarm, @Nullable DeviceLive live) {
    Facts before = facts.get();
    if (before.alarm() == alarm && before.live() == live) {
      return;
    }
    words = null;
    facts.set(new Facts(alarm, live));
  }

  Alarm alarm() {
    return facts.get().alarm();
  }

  String id() {
    return alarm().alarmId();
  }

  ReadOnlyObjectProperty<Facts> facts() {
    return facts.getReadOnlyProperty();
  }

  /// Whether its words hold the text.
  ///
  /// @param text in lower case
  boolean holds(String text, AlarmWords in) {
    if (text.isEmpty()) {
      return true;
    }
    String all = words;
    if (all == null) {
      all = words(in);
      words = all;
    }
    return all.contains(text);
  }

  private String words(AlarmWords in) {
    Alarm alarm = alarm();
    Locale locale = in.units().messages().locale();
    return String.join(
            " ",
            in.subject(alarm, facts.get().live()),
            in.condition(alarm),
            in.severity(alarm),
            in.state(alarm),
            alarm.deviceId(),
            alarm.facilityId())
        .toLowerCase(locale);
  }
}
