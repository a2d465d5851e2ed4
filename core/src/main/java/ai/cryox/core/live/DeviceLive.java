package ai.cryox.core.live;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.classify.Band;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.device.Device;
import ai.cryox.core.reading.DeviceStatus;
import ai.cryox.core.reading.ReceivedReading;
import ai.cryox.core.reading.Telemetry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything there is to know now of one device. Two snapshots share the very same object for a
/// device that did not change between them, so `==` says whether it must be drawn again.
///
/// @param device its registry entry
/// @param limits the profile that holds for it
/// @param newest its newest reading that was not late, or `null` before the first
/// @param trace its last readings
/// @param band where it is in its profile
/// @param telemetry the newest, or `null`
/// @param status the newest, or `null`
/// @param clockSkew how far its clock ran ahead in the last reading refused for that, or `null`
/// @param alarms its active alarms, worst first
public record DeviceLive(
    Device device,
    StorageProfile limits,
    @Nullable ReceivedReading newest,
    Trace trace,
    Band band,
    @Nullable Telemetry telemetry,
    @Nullable DeviceStatus status,
    @Nullable Duration clockSkew,
    List<Alarm> alarms) {
  public DeviceLive {
    alarms = List.copyOf(alarms);
  }

  /// How long ago its newest reading came in; `null` before the first.
  public @Nullable Duration age(Instant now) {
    return newest == null ? null : Duration.between(newest.receivedAt(), now);
  }

  /// Whether its value must not look live any more.
  public boolean isStale(Instant now) {
    Duration age = age(now);
    return age == null || age.compareTo(device.staleLimit()) > 0;
  }

  /// The severity of its worst active alarm that has not returned, or `null`.
  public @Nullable Severity worstSeverity() {
    Severity worst = null;
    for (Alarm alarm : alarms) {
      if (alarm.state().isAbnormal()) {
        worst = worst == null ? alarm.severity() : worst.or(alarm.severity());
      }
    }
    return worst;
  }

  /// Whether somebody still has to acknowledge something here.
  public boolean needsAcknowledgement() {
    return alarms.stream().anyMatch(alarm -> alarm.state().needsAcknowledgement());
  }
}
