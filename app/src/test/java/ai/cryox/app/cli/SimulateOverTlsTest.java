package ai.cryox.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.wiring.Doors;
import ai.cryox.app.wiring.HostPort;
import ai.cryox.app.wiring.Monitoring;
import ai.cryox.app.wiring.Reach;
import ai.cryox.app.wiring.Wiring;
import ai.cryox.backend.endpoint.RelaySettings;
import ai.cryox.core.page.PageRequest;
import ai.cryox.simulator.Simulator;
import ai.cryox.simulator.SimulatorOptions;
import ai.cryox.simulator.publish.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Simulated devices with credentials on the real wire.
class SimulateOverTlsTest {
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir Path folder;

  @Test
  void simulatedDevicesProveWhoTheyAre() throws Exception {
    Path data = folder.resolve("data");
    Doors doors = new Doors(HostPort.ANY, null, HostPort.ANY, List.of());
    SimulatorOptions options =
        new SimulatorOptions(
            1,
            1,
            3,
            Duration.ofSeconds(1),
            1,
            Duration.ofMinutes(5),
            null,
            Duration.ofSeconds(1),
            null,
            List.of());
    try (Monitoring monitoring =
        new Wiring(CLOCK).start(data, doors, RelaySettings.OFF, "night shift", List.of())) {
      Path keys = addDevices(data);
      Credentials credentials =
          Credentials.read(data.resolve("identity").resolve("authority.pem"), keys, CLOCK);
      String broker = "ssl://localhost:" + monitoring.mqttsPort();
      try (Simulator simulator = new Simulator(options, broker, credentials, CLOCK)) {
        simulator.start();
        assertTrue(simulator.awaitEnd(Duration.ofSeconds(60)), () -> simulator.counts().toString());
        assertTrue(
            simulator.counts().acknowledged() > 3 * 300, () -> simulator.counts().toString());
      }
      assertEquals(0, monitoring.session().rejections(PageRequest.first(9)).items().size());
    }
  }

  private Path addDevices(Path data) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String id : List.of("temp_001", "temp_002", "temp_003")) {
      try (Reach reach = Reach.open(data, CLOCK, "tester")) {
        Map<String, String> added =
            reach
                .call(
                    "device/add",
                    Map.of("deviceId", id, "facilityId", "warehouse_001", "method", "keys"))
                .getFirst();
        lines.add(
            "HostName=localhost;DeviceId=%s;SharedAccessKey=%s"
                .formatted(id, added.get("primaryKey")));
      }
    }
    return Files.write(folder.resolve("keys.txt"), lines);
  }

  @Test
  void aFileThatIsNoneIsRefusedWithASentence() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.txt"), "HostName=a;DeviceId=b");
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Credentials.read(broken, broken, CLOCK));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("no certificate"), refused::getMessage);
  }
}
