package ai.cryox.simulator.scenario;

import ai.cryox.simulator.fleet.Fleet;
import ai.cryox.simulator.fleet.SimulatedDevice;
import ai.cryox.simulator.fleet.UnitKind;
import java.util.List;

/// A sensor that shows the same value for ever.
public final class SensorStuck implements Scenario {
  @Override
  public String name() {
    return "sensor-stuck";
  }

  @Override
  public String summary() {
    return "A sensor shows the same temperature for ever, whatever the unit does.";
  }

  @Override
  public List<SimulatedDevice> usualVictims(Fleet fleet) {
    return List.of(fleet.nth(UnitKind.REFRIGERATOR, 2));
  }

  @Override
  public Disturbance on(SimulatedDevice device, long from) {
    return new Disturbance() {
      private double stuckAt = Double.NaN;

      @Override
      public double shown(long second, double celsius) {
        if (second < from) {
          return celsius;
        }
        if (Double.isNaN(stuckAt)) {
          stuckAt = celsius;
        }
        return stuckAt;
      }
    };
  }
}
