package ai.cryox.simulator.scenario;

import ai.cryox.simulator.fleet.Fleet;
import ai.cryox.simulator.fleet.SimulatedDevice;
import ai.cryox.simulator.publish.OutgoingMessage;
import java.time.Instant;
import java.util.List;

/// A facility that is cut off for a while; its loggers keep what they have to say.
public final class GatewayLost implements Scenario {
  private static final long LOST_SECONDS = 20 * 60;

  @Override
  public String name() {
    return "gateway-lost";
  }

  @Override
  public String summary() {
    return "A whole facility is cut off for 20 minutes, then everything kept comes at once.";
  }

  @Override
  public List<SimulatedDevice> usualVictims(Fleet fleet) {
    return fleet.in(fleet.devices().getLast().facilityId());
  }

  @Override
  public Disturbance on(SimulatedDevice device, long from) {
    Instant back = Instant.ofEpochSecond(from + LOST_SECONDS);
    return new Disturbance() {
      @Override
      public List<OutgoingMessage> passed(OutgoingMessage message) {
        boolean lost = message.sentAt().getEpochSecond() >= from && message.sentAt().isBefore(back);
        return List.of(lost ? message.sentAt(back) : message);
      }
    };
  }
}
