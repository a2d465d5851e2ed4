package ai.cryox.simulator.scenario;

import ai.cryox.simulator.fleet.Fleet;
import ai.cryox.simulator.fleet.SimulatedDevice;
import ai.cryox.simulator.fleet.UnitKind;
import ai.cryox.simulator.thermal.UnitControls;
import java.util.List;

/// Somebody wedges the door open and forgets it for three quarters of an hour.
public final class DoorLeftOpen implements Scenario {
  private static final long OPEN_SECONDS = 45 * 60;
  private static final double WIDE = 2;

  /// Before it, nothing else warms the unit, so that its course can be foretold.
  private static final long QUIET_SECONDS = 30 * 60;

  @Override
  public String name() {
    return "door-left-open";
  }

  @Override
  public String summary() {
    return "A fridge door stands wide open for 45 minutes: above 8 °C in about one minute.";
  }

  @Override
  public List<SimulatedDevice> usualVictims(Fleet fleet) {
    return List.of(fleet.nth(UnitKind.REFRIGERATOR, 0));
  }

  @Override
  public Disturbance on(SimulatedDevice device, long from) {
    return new Disturbance() {
      @Override
      public void disturb(long second, UnitControls controls) {
        if (second >= from && second < from + OPEN_SECONDS) {
          controls.openDoor(WIDE);
        } else if (second >= from - QUIET_SECONDS && second < from) {
          controls.shutDoor();
          controls.defrost(false);
        }
      }
    };
  }
}
