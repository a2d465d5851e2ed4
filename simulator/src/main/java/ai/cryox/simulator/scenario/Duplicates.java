package ai.cryox.simulator.scenario;

import ai.cryox.simulator.fleet.Fleet;
import ai.cryox.simulator.fleet.SimulatedDevice;
import ai.cryox.simulator.fleet.UnitKind;
import ai.cryox.simulator.publish.OutgoingMessage;
import java.util.List;

/// A device that sends everything twice, and once more a minute later.
public final class Duplicates implements Scenario {
  @Override
  public String name() {
    return "duplicates";
  }

  @Override
  public String summary() {
    return "A device sends each message twice at once and a third time a minute later.";
  }

  @Override
  public List<SimulatedDevice> usualVictims(Fleet fleet) {
    return List.of(fleet.nth(UnitKind.FROZEN_STORE, 0));
  }

  @Override
  public Disturbance on(SimulatedDevice device, long from) {
    return new Disturbance() {
      @Override
      public List<OutgoingMessage> passed(OutgoingMessage message) {
        return message.sentAt().getEpochSecond() < from
            ? List.of(message)
            : List.of(message, message, message.sentAt(message.sentAt().plusSeconds(60)));
      }
    };
  }
}
