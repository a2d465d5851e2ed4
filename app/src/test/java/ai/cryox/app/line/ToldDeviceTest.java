package ai.cryox.app.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.wiring.DemoSite;
import ai.cryox.app.wiring.HostPort;
import ai.cryox.app.wiring.Monitoring;
import ai.cryox.app.wiring.Wiring;
import ai.cryox.core.backend.Session;
import ai.cryox.core.classify.AlertThresholds;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.downstream.MethodAnswer;
import ai.cryox.core.downstream.MethodCall;
import ai.cryox.core.downstream.RefusedException;
import ai.cryox.simulator.Simulator;
import ai.cryox.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Simulated devices are told things on the real wire, and do them.
class ToldDeviceTest {
  private static final String DEVICE = "temp_001";

  @TempDir Path folder;

  @Test
  void aDeviceDoesWhatItIsToldAndSaysSo() {
    InstantSource clock = InstantSource.system();
    try (Monitoring monitoring =
            new Wiring(clock).start(folder, HostPort.ANY, HostPort.ANY, "night shift");
        Simulator simulator =
            new Simulator(
                SimulatorOptions.demo(1, 1, 2),
                "tcp://127.0.0.1:" + monitoring.mqttPort(),
                clock)) {
      Session session = monitoring.session();
      DemoSite.register(simulator.fleet(), session, clock.instant());
      simulator.start();
      await("its own configuration", () -> reported(session).alertThresholds() != null);
      DeviceConfiguration wanted = new DeviceConfiguration(2, new AlertThresholds(7.0, 1.0));
      session.configure(DEVICE, wanted);
      await("what was wanted", () -> reported(session).equals(wanted));

      MethodAnswer who = call(session, "identify", "null");
      assertEquals(200, who.status());
      assertTrue(who.payload().contains("\"name\":\"Vaccine fridge 01\""), who.payload());
      assertEquals(400, call(session, "setSamplingRate", "{\"samplingRate\":0}").status());
      assertEquals(200, call(session, "setSamplingRate", "{\"samplingRate\":3}").status());
      await(
          "the rate that was set",
          () -> Integer.valueOf(3).equals(reported(session).samplingRate()));
      assertEquals(404, call(session, "explode", "null").status());
      assertEquals(200, call(session, "reboot", "null").status());
      await("the restart", () -> isAway(session));
      await("the return", () -> !isAway(session));
    }
  }

  private static MethodAnswer call(Session session, String name, String payload) {
    return session.downstream().call(DEVICE, new MethodCall(name, payload, Duration.ofSeconds(5)));
  }

  private static boolean isAway(Session session) {
    try {
      MethodCall call = new MethodCall("identify", "null", Duration.ofSeconds(1));
      return session.downstream().call(DEVICE, call).status() != 200;
    } catch (RefusedException away) {
      return true;
    }
  }

  private static DeviceConfiguration reported(Session session) {
    return session
        .live()
        .latest()
        .device(DEVICE)
        .map(live -> live.device().reported())
        .orElse(DeviceConfiguration.NONE);
  }

  private static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, () -> "Waited in vain: " + what);
      LockSupport.parkNanos(1_000_000);
    }
  }
}
