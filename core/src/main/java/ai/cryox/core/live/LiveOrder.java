package ai.cryox.core.live;

import ai.cryox.core.alarm.Alarm;
import java.util.Comparator;

/// The orders in which people look at things.
public final class LiveOrder {
  /// What still has to be acknowledged first, then the worst, then the oldest.
  public static final Comparator<Alarm> ALARMS =
      Comparator.comparing((Alarm alarm) -> !alarm.state().needsAcknowledgement())
          .thenComparing(alarm -> !alarm.state().isAbnormal())
          .thenComparing(Alarm::severity, Comparator.reverseOrder())
          .thenComparing(Alarm::raisedAt)
          .thenComparing(Alarm::alarmId);

  /// By facility, zone and name.
  public static final Comparator<DeviceLive> DEVICES =
      Comparator.comparing((DeviceLive live) -> live.device().facilityId())
          .thenComparing(live -> live.device().zone())
          .thenComparing(live -> live.device().name())
          .thenComparing(live -> live.device().deviceId());

  private LiveOrder() {}
}
