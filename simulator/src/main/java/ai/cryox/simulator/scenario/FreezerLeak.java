package ai.cryox.simulator.scenario;

import ai.cryox.simulator.fleet.Fleet;
import ai.cryox.simulator.fleet.SimulatedDevice;
import ai.cryox.simulator.fleet.UnitKind;
import ai.cryox.simulator.thermal.UnitControls;
import java.util.List;

/// Refrigerant that leaks away: the freezer cools a little less every hour.
public final class FreezerLeak implements Scenario {
  private static final double EMPTY_SECONDS = 12 * 3600;

  @Override
  public String name() {
    return "freezer-leak";
  }

  @Override
  public String summary() {
    return "A freezer loses refrigerant over 12 hours: runs longer and longer, then drifts warm.";
  }

  @Override
  public List<SimulatedDevice> usualVictims(Fleet fleet) {
    return List.of(fleet.nth(UnitKind.FREEZER, 1));
  }

  @Override
  public Disturbance on(SimulatedDevice device, long from) {
    return new Disturbance() {
      @Override
      public void disturb(long second, UnitControls controls) {
        if (second >= from) {
          controls.weakenCooling(Math.max(0, 1 - (double) (second - from) / EMPTY_SECONDS));
        }
      }
    };
  }
}
