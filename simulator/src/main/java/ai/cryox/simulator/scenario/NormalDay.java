package ai.cryox.simulator.scenario;

import ai.cryox.simulator.fleet.Fleet;
import ai.cryox.simulator.fleet.SimulatedDevice;
import java.util.List;

/// A day on which nothing goes wrong.
public final class NormalDay implements Scenario {
  @Override
  public String name() {
    return "normal";
  }

  @Override
  public String summary() {
    return "Nothing goes wrong: compressors cycle, doors open, defrosts end.";
  }

  @Override
  public List<SimulatedDevice> usualVictims(Fleet fleet) {
    return List.of();
  }

  @Override
  public Disturbance on(SimulatedDevice device, long from) {
    return new Disturbance() {};
  }
}
