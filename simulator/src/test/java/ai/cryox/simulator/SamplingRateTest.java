package ai.cryox.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.routing.MessageKind;
import ai.cryox.simulator.fleet.SimulatedDevice;
import ai.cryox.simulator.publish.OutgoingMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamplingRateTest {
  private static final Instant START = Instant.parse("2026-03-01T03:00:00Z");

  private final SimulatedWorld world =
      new SimulatedWorld(Options.fleet(7, 1, 1, Duration.ofSeconds(30)), START);
  private final SimulatedDevice device = world.fleet().devices().getFirst();

  private List<Long> readingsUntil(long second) {
    return world.step(START.plusSeconds(second)).stream()
        .filter(message -> message.kind() == MessageKind.READING)
        .map(OutgoingMessage::sentAt)
        .map(time -> Duration.between(START, time).toSeconds())
        .toList();
  }

  private void tell(Integer seconds) {
    world.configure(
        device, new DeviceConfiguration(seconds, device.configuration().alertThresholds()));
  }

  @Test
  void aDeviceReallyChangesItsPeriod() {
    assertEquals(List.of(0L, 30L, 60L), readingsUntil(65));
    tell(10);
    assertEquals(List.of(70L, 80L, 90L), readingsUntil(95));
    tell(60);
    assertEquals(List.of(150L), readingsUntil(200));
    tell(30);
    assertEquals(List.of(201L, 231L), readingsUntil(240));
    tell(5);
    assertEquals(List.of(241L, 246L), readingsUntil(250));
  }
}
