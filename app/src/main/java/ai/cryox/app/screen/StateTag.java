package ai.cryox.app.screen;

import ai.cryox.app.text.Messages;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.classify.Band;
import ai.cryox.core.live.DeviceLive;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The state of a device in one word: what is wrong, else what was put aside, else what has
/// returned and nobody has seen. Pure.
///
/// @param text in capitals; empty when there is nothing to say
/// @param severity of its worst alarm about the goods that is present, or `null`; silence is no
///   severity
/// @param aside whether the word says that something is put aside
public record StateTag(String text, @Nullable Severity severity, boolean aside) {
  /// What was put aside by people is said before what the design suppresses.
  private static final List<AlarmState> ASIDE =
      List.of(AlarmState.SHELVED, AlarmState.OUT_OF_SERVICE, AlarmState.SUPPRESSED);

  /// The tag of a device.
  public static StateTag of(DeviceLive live, Messages messages) {
    Severity severity = severity(live);
    if (live.band() != Band.NORMAL && severity != null) {
      return new StateTag(messages.of("tag", live.band()), severity, false);
    }
    for (Alarm alarm : live.alarms()) {
      if (alarm.state().isAbnormal()) {
        return new StateTag(messages.of("tag", alarm.condition()), severity, false);
      }
    }
    for (AlarmState aside : ASIDE) {
      if (any(live, aside)) {
        return new StateTag(messages.of("tag", aside), null, true);
      }
    }
    boolean returned = live.needsAcknowledgement() || any(live, AlarmState.LATCHED);
    return new StateTag(returned ? messages.text("tag.returned") : "", null, false);
  }

  /// The worst severity of its alarms about the goods that are present, or `null`.
  public static @Nullable Severity severity(DeviceLive live) {
    Severity worst = null;
    for (Alarm alarm : live.alarms()) {
      if (alarm.state().isAbnormal() && alarm.condition() != Condition.SILENT) {
        worst = worst == null ? alarm.severity() : worst.or(alarm.severity());
      }
    }
    return worst;
  }

  private static boolean any(DeviceLive live, AlarmState state) {
    return live.alarms().stream().anyMatch(alarm -> alarm.state() == state);
  }

  /// The style class that goes with it.
  public String style() {
    if (aside) {
      return "aside";
    }
    return severity == null ? "silent" : severity == Severity.CRITICAL ? "critical" : "warning";
  }
}
