package ai.cryox.app.wiring;

import ai.cryox.core.backend.Session;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.simulator.fleet.Fleet;
import ai.cryox.simulator.fleet.SimulatedDevice;
import java.time.Instant;

/// The simulated cold store as its people would have registered it.
public final class DemoSite {
  private DemoSite() {}

  /// Registers every simulated device with its name, zone and storage profile.
  public static void register(Fleet fleet, Session session, Instant now) {
    for (SimulatedDevice simulated : fleet.devices()) {
      session.register(device(simulated, now));
    }
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
