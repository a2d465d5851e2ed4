package ai.cryox.simulator.scenario;

import ai.cryox.simulator.fleet.Fleet;
import ai.cryox.simulator.fleet.SimulatedDevice;
import ai.cryox.simulator.fleet.UnitKind;
import ai.cryox.simulator.publish.OutgoingMessage;
import java.util.List;

/// A sensor that says nothing any more.
public final class SensorSilent implements Scenario {
  @Override
  public String name() {
    return "sensor-silent";
  }

  @Override
  public String summary() {
    return "A device falls silent: not one message more.";
  }

  @Override
  public List<SimulatedDevice> usualVictims(Fleet fleet) {
    return List.of(fleet.nth(UnitKind.CONTROLLED_ROOM, 0));
  }

  @Override
  public Disturbance on(SimulatedDevice device, long from) {
    return new Disturbance() {
      @Override
      public List<OutgoingMessage> passed(OutgoingMessage message) {
        return message.sentAt().getEpochSecond() >= from ? List.of() : List.of(message);
      }
    };
  }
}
