package ai.cryox.app.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.wiring.DemoSite;
import ai.cryox.app.wiring.HostPort;
import ai.cryox.app.wiring.Monitoring;
import ai.cryox.app.wiring.Wiring;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.page.PageRequest;
import ai.cryox.simulator.Simulator;
import ai.cryox.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo on the real wire, on a clock that runs fast.
class WholeLineTest {
  private static final int SPEED = 20;

  @TempDir Path folder;

  /// Everybody's clock, twenty times as fast as the wall's.
  private static final class FastClock implements InstantSource {
    private final Instant start = Instant.parse("2026-03-02T09:00:00Z");
    private final long startNanos = System.nanoTime();

    @Override
    public Instant instant() {
      return start.plusNanos((System.nanoTime() - startNanos) * SPEED);
    }
  }

  @Test
  void theTroubledFridgeAlarmsAndIsAcknowledged() throws InterruptedException {
    FastClock clock = new FastClock();
    try (Monitoring monitoring =
            new Wiring(clock).start(folder, HostPort.ANY, HostPort.ANY, "night shift");
        Simulator simulator =
            new Simulator(
                SimulatorOptions.demo(1, 3, 24),
                "tcp://127.0.0.1:" + monitoring.mqttPort(),
                clock)) {
      DemoSite.register(simulator.fleet(), monitoring.session(), clock.instant());
      simulator.start();
      Alarm alarm = awaitTemperatureAlarm(monitoring);
      assertEquals("temp_001", alarm.deviceId());
      assertEquals(Severity.CRITICAL, alarm.severity());
      List<Alarm> seen =
          monitoring.session().alarmActions().acknowledge(List.of(alarm.alarmId()), "door closed");
      assertEquals(AlarmState.ACKNOWLEDGED, seen.getFirst().state());
      assertEquals("night shift", seen.getFirst().acknowledgedBy());
      assertEquals(List.of(), monitoring.session().rejections(PageRequest.first(10)).items());
      assertTrue(monitoring.session().live().latest().vitals().stored() > 24 * 360);
    }
  }

  private static Alarm awaitTemperatureAlarm(Monitoring monitoring) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (System.nanoTime() < deadline) {
      Optional<Alarm> high =
          monitoring.session().live().latest().alarms().stream()
              .filter(alarm -> alarm.condition() == Condition.HIGH)
              .findFirst();
      if (high.isPresent()) {
        return high.get();
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    throw new AssertionError("no alarm: " + monitoring.session().live().latest().vitals());
  }
}
