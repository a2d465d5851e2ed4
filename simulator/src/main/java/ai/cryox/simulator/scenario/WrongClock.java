package ai.cryox.simulator.scenario;

import ai.cryox.simulator.fleet.Fleet;
import ai.cryox.simulator.fleet.SimulatedDevice;
import ai.cryox.simulator.fleet.UnitKind;
import java.util.List;

/// A device whose clock was set two hours ahead.
public final class WrongClock implements Scenario {
  private static final long AHEAD_MILLIS = 2 * 3_600_000;

  @Override
  public String name() {
    return "wrong-clock";
  }

  @Override
  public String summary() {
    return "A device stamps its messages two hours ahead: the backend refuses them.";
  }

  @Override
  public List<SimulatedDevice> usualVictims(Fleet fleet) {
    return List.of(fleet.nth(UnitKind.CHILLED_ROOM, 0));
  }

  @Override
  public Disturbance on(SimulatedDevice device, long from) {
    return new Disturbance() {
      @Override
      public long stamped(long millis) {
        return millis >= from * 1000 ? millis + AHEAD_MILLIS : millis;
      }
    };
  }
}
