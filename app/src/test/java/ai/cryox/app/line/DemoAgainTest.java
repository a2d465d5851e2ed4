package ai.cryox.app.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.wiring.DemoSite;
import ai.cryox.app.wiring.HostPort;
import ai.cryox.app.wiring.Monitoring;
import ai.cryox.app.wiring.Wiring;
import ai.cryox.core.backend.Session;
import ai.cryox.core.device.Device;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.Bucket;
import ai.cryox.simulator.Simulator;
import ai.cryox.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo, once more on the folder of an earlier one.
class DemoAgainTest {
  private static final String DEVICE = "temp_001";
  private static final Duration LONGEST = Duration.ofMinutes(2);

  /// A whole number of sampling periods: the second run measures at the seconds of the first.
  private static final Duration BETWEEN = Duration.ofMinutes(10);

  @TempDir Path folder;
  private final Moving clock = new Moving();

  /// The backend's clock: it moves, and can be set on.
  private static final class Moving implements InstantSource {
    private final long startNanos = System.nanoTime();
    private volatile Instant start = Instant.parse("2026-03-02T09:00:00Z");

    @Override
    public Instant instant() {
      return start.plusNanos(System.nanoTime() - startNanos);
    }
  }

  private Monitoring monitoring() {
    return new Wiring(clock).start(folder, HostPort.ANY, HostPort.ANY, "night shift");
  }

  /// The demo's world up to now, and no further.
  private static SimulatorOptions history() {
    SimulatorOptions demo = SimulatorOptions.demo(1, 3, 24);
    return new SimulatorOptions(
        demo.seed(),
        demo.facilities(),
        demo.devices(),
        demo.sampling(),
        demo.speed(),
        demo.history(),
        null,
        Duration.ZERO,
        null,
        demo.scenarios());
  }

  private long tell(Monitoring monitoring) throws InterruptedException {
    LiveSnapshot known = monitoring.session().live().latest();
    SimulatorOptions rest = history().withHistoryOfAtMost(DemoSite.untold(known, clock.start));
    String broker = "tcp://127.0.0.1:" + monitoring.mqttPort();
    try (Simulator simulator = new Simulator(rest, broker, () -> clock.start)) {
      DemoSite.begin(simulator.fleet(), monitoring.session(), clock.instant());
      simulator.start();
      assertTrue(simulator.awaitEnd(LONGEST), "all of it is stored");
    }
    assertEquals(List.of(), monitoring.session().rejections(PageRequest.first(10)).items());
    return stored(monitoring);
  }

  /// All readings of the first device, as the past is read.
  private static long stored(Monitoring monitoring) {
    Session session = monitoring.session();
    return session
        .windows(DEVICE, Instant.EPOCH, Instant.parse("2027-01-01T00:00:00Z"), Duration.ofDays(1))
        .stream()
        .mapToLong(Bucket::count)
        .sum();
  }

  private static void await(Monitoring monitoring, Predicate<Device> wanted)
      throws InterruptedException {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (monitoring.session().live().latest().device(DEVICE).stream()
        .noneMatch(live -> wanted.test(live.device()))) {
      assertTrue(System.nanoTime() < deadline, "in time");
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  @Test
  void itGoesOnWhereTheFirstEndedAndTellsNothingTwice() throws InterruptedException {
    long first;
    try (Monitoring monitoring = monitoring()) {
      assertTrue(
          DemoSite.untold(monitoring.session().live().latest(), clock.instant())
                  .compareTo(history().history())
              > 0);
      first = tell(monitoring);
      assertTrue(first >= 360, first + " stored");
      monitoring.session().assignProfile(DEVICE, "frozen-food-18");
    }
    clock.start = clock.start.plus(BETWEEN);
    try (Monitoring monitoring = monitoring()) {
      long added = tell(monitoring) - first;
      assertTrue(added > 0 && added <= 121, added + " more");
      await(monitoring, device -> "frozen-food-18".equals(device.profileId()));
    }
  }

  @Test
  void nobodyMissesADeviceBeforeItSaidHowOftenItMeasures() throws InterruptedException {
    try (Monitoring monitoring = monitoring()) {
      tell(monitoring);
      await(monitoring, device -> device.samplingPeriod().equals(Duration.ofSeconds(5)));
    }
    clock.start = clock.start.plus(BETWEEN);
    try (Monitoring monitoring = monitoring();
        Simulator simulator = new Simulator(history(), "tcp://127.0.0.1:9", () -> clock.start)) {
      await(monitoring, device -> device.samplingPeriod().equals(Duration.ofSeconds(5)));
      DemoSite.begin(simulator.fleet(), monitoring.session(), clock.instant());
      await(monitoring, device -> device.samplingPeriod().equals(Device.DEFAULT_SAMPLING_PERIOD));
    }
  }
}
