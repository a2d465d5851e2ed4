package ai.cryox.simulator.scenario;

import ai.cryox.simulator.fleet.Fleet;
import ai.cryox.simulator.fleet.SimulatedDevice;
import java.util.List;

/// One kind of trouble.
public interface Scenario {
  /// What it is called on the command line.
  String name();

  /// What happens, in one sentence for the help.
  String summary();

  /// Whom it befalls when nobody says.
  List<SimulatedDevice> usualVictims(Fleet fleet);

  /// What it does to one device.
  ///
  /// @param second since the epoch, simulated, at which the trouble begins
  Disturbance on(SimulatedDevice device, long second);
}
