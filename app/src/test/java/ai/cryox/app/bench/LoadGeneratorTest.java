package ai.cryox.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.wiring.Doors;
import ai.cryox.app.wiring.HostPort;
import ai.cryox.app.wiring.Monitoring;
import ai.cryox.app.wiring.Wiring;
import ai.cryox.backend.control.ControlClient;
import ai.cryox.backend.control.ControlFile;
import ai.cryox.backend.endpoint.RelaySettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the benches measure with, against a whole backend.
class LoadGeneratorTest {
  private static final List<String> IDS =
      List.of(ReadingSupply.deviceId(0), ReadingSupply.deviceId(1), ReadingSupply.deviceId(2));
  private static final LoadGenerator.Shape SHAPE = new LoadGenerator.Shape(3, 3, 1, 20);

  @TempDir Path folder;

  private Monitoring start() {
    Doors doors = new Doors(HostPort.ANY, HostPort.ANY, HostPort.ANY, List.of());
    return new Wiring(InstantSource.system())
        .start(folder, doors, RelaySettings.OFF, "test", List.of());
  }

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private CertifiedDevices devices(Monitoring monitoring) {
    try (ControlClient control =
        new ControlClient(Objects.requireNonNull(ControlFile.read(folder)))) {
      return new CertifiedDevices(control, loopback(monitoring.mqttsPort()), IDS);
    }
  }

  private static void publish(Wire.Dialer dialer) throws IOException {
    try (LoadGenerator load = new LoadGenerator(dialer, SHAPE, InstantSource.system())) {
      load.run(0.2);
      assertTrue(load.published() > SHAPE.window(), () -> "only " + load.published());
      assertEquals(load.published(), load.acknowledged());
    }
  }

  @Test
  void everythingPublishedIsAcknowledgedPlainAndOverTls() throws IOException {
    try (Monitoring monitoring = start()) {
      InetSocketAddress plain = loopback(monitoring.mqttPort());
      publish(clientId -> new PlainWire(plain));
      publish(devices(monitoring));
    }
  }

  @Test
  void certifiedDevicesConnectAgainAndAgainAndAnotherNameIsRefused() throws IOException {
    try (Monitoring monitoring = start()) {
      CertifiedDevices devices = devices(monitoring);
      assertTrue(new ConnectionRate(devices, IDS).measure(1, 0.2) > 0);
      Wire.Dialer liar = clientId -> devices.dial(IDS.getFirst());
      assertThrows(IOException.class, () -> LoadLink.connect(liar, IDS.getLast()));
    }
  }
}
