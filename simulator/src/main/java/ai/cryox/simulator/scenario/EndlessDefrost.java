package ai.cryox.simulator.scenario;

import ai.cryox.simulator.fleet.Fleet;
import ai.cryox.simulator.fleet.SimulatedDevice;
import ai.cryox.simulator.fleet.UnitKind;
import ai.cryox.simulator.thermal.UnitControls;
import java.util.List;

/// A defrost whose end switch fails: the heater stays on.
public final class EndlessDefrost implements Scenario {
  @Override
  public String name() {
    return "endless-defrost";
  }

  @Override
  public String summary() {
    return "A freezer defrost does not end: too warm within the hour.";
  }

  @Override
  public List<SimulatedDevice> usualVictims(Fleet fleet) {
    return List.of(fleet.nth(UnitKind.FREEZER, 0));
  }

  @Override
  public Disturbance on(SimulatedDevice device, long from) {
    return new Disturbance() {
      @Override
      public void disturb(long second, UnitControls controls) {
        if (second >= from) {
          controls.defrost(true);
        }
      }
    };
  }
}
