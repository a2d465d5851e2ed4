package ai.cryox.app.wiring;

import ai.cryox.core.backend.Session;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.simulator.fleet.Fleet;
import ai.cryox.simulator.fleet.SimulatedDevice;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/// The simulated cold store as its people would have registered it.
public final class DemoSite {
  /// A simulated world begins at a whole second.
  private static final Duration STEP = Duration.ofSeconds(1);

  private static final Duration ALL = Duration.ofDays(36_525);

  private DemoSite() {}

  /// Registers every simulated device with its name, zone and storage profile.
  public static void register(Fleet fleet, Session session, Instant now) {
    for (SimulatedDevice simulated : fleet.devices()) {
      session.register(device(simulated, now));
    }
  }

  /// Registers devices that begin to speak now, and speak for the first time or anew: they have yet
  /// to say how often they measure, and nobody misses them before. What people decided of devices
  /// in an earlier run still holds.
  public static void begin(Fleet fleet, Session session, Instant now) {
    LiveSnapshot known = session.live().latest();
    for (SimulatedDevice simulated : fleet.devices()) {
      Device entry =
          known
              .device(simulated.deviceId())
              .map(DeviceLive::device)
              .orElseGet(() -> device(simulated, now));
      session.register(entry.withReported(DeviceConfiguration.NONE));
    }
  }

  /// How much history may be simulated without telling what is stored another way: all that lies
  /// behind the newest reading of an earlier run.
  public static Duration untold(LiveSnapshot known, Instant now) {
    return known.devices().stream()
        .map(DeviceLive::newest)
        .filter(Objects::nonNull)
        .map(newest -> newest.reading().time())
        .max(Comparator.naturalOrder())
        .map(newest -> Duration.between(newest, now).minus(STEP))
        .map(span -> span.isNegative() ? Duration.ZERO : span)
        .orElse(ALL);
  }

  /// A simulated device as people register it.
  public static Device device(SimulatedDevice simulated, Instant now) {
    return new Device(
        simulated.deviceId(),
        simulated.facilityId(),
        simulated.zone(),
        simulated.name(),
        simulated.profileId(),
        true,
        DeviceConfiguration.NONE,
        new DeviceConfiguration(simulated.configuration().samplingRate(), null),
        now);
  }
}
