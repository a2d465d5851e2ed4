package ai.cryox.app.bench;

import ai.cryox.app.fx.FxThread;
import ai.cryox.app.overview.Density;
import ai.cryox.app.overview.OverviewView;
import ai.cryox.app.shell.ConsoleRun;
import ai.cryox.app.shell.OpeningWindow;
import ai.cryox.app.theme.ThemePreference;
import ai.cryox.app.wiring.DemoSite;
import ai.cryox.app.wiring.HostPort;
import ai.cryox.app.wiring.Monitoring;
import ai.cryox.app.wiring.Wiring;
import ai.cryox.simulator.Simulator;
import ai.cryox.simulator.SimulatorOptions;
import ai.cryox.simulator.fleet.SimulatedDevice;
import ai.cryox.simulator.publish.Link;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The whole program under load, in a folder of its own that is deleted at the end.
public final class BenchRun implements AutoCloseable {
  private static final int FACILITIES = 4;
  private static final int HANDS = 64;
  private static final String NAME = "Bench";

  private final TemporaryFolder folder;
  private final Monitoring monitoring;
  private final Simulator simulator;
  private final ConsoleRun console;
  private final @Nullable OpeningWindow window;
  private final double firstFrameMillis;

  private BenchRun(
      TemporaryFolder folder,
      Monitoring monitoring,
      Simulator simulator,
      ConsoleRun console,
      @Nullable OpeningWindow window,
      double firstFrameMillis) {
    this.folder = folder;
    this.monitoring = monitoring;
    this.simulator = simulator;
    this.console = console;
    this.window = window;
    this.firstFrameMillis = firstFrameMillis;
  }

  /// Starts everything. JavaFX must run.
  ///
  /// @param perSecond readings a second over all devices
  public static BenchRun start(InstantSource clock, int devices, double perSecond)
      throws IOException {
    return start(clock, devices, perSecond, Density.COMFORTABLE);
  }

  /// Starts everything. JavaFX must run.
  ///
  /// @param perSecond readings a second over all devices
  /// @param density how much room a tile gets
  public static BenchRun start(InstantSource clock, int devices, double perSecond, Density density)
      throws IOException {
    return start(clock, devices, perSecond, density, () -> null);
  }

  /// Starts everything.
  ///
  /// @param perSecond readings a second over all devices
  /// @param density how much room a tile gets
  /// @param opening waits for the window that stands there before the console does, if there is one
  public static BenchRun start(
      InstantSource clock,
      int devices,
      double perSecond,
      Density density,
      Supplier<@Nullable OpeningWindow> opening)
      throws IOException {
    TemporaryFolder folder = new TemporaryFolder();
    Monitoring monitoring =
        new Wiring(clock).start(folder.path(), HostPort.ANY, HostPort.ANY, "bench");
    OpeningWindow window = opening.get();
    ConsoleRun console =
        ConsoleRun.open(
            window,
            monitoring.session(),
            NAME,
            clock,
            ThemePreference.DARK,
            null,
            OverviewView.liking(density));
    double firstFrame = firstFrameMillis(clock);
    long periodMillis = Math.max(1, Math.round(devices * 1000.0 / perSecond));
    SimulatorOptions options =
        new SimulatorOptions(
            1,
            Math.min(FACILITIES, devices),
            devices,
            Duration.ofMillis(periodMillis),
            1,
            Duration.ZERO,
            null,
            null,
            Link.GATEWAY,
            List.of());
    Simulator simulator = new Simulator(options, "tcp://127.0.0.1:" + monitoring.mqttPort(), clock);
    register(simulator, monitoring, clock);
    simulator.start();
    return new BenchRun(folder, monitoring, simulator, console, window, firstFrame);
  }

  /// Many at a time: a device that sends every second is silent after three, and those that wait
  /// for the last one to be known would all be so.
  private static void register(Simulator simulator, Monitoring monitoring, InstantSource clock) {
    try (ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
      for (SimulatedDevice one : simulator.fleet().devices()) {
        hands.execute(() -> monitoring.session().register(DemoSite.device(one, clock.instant())));
      }
    }
  }

  /// From the start of the virtual machine until the toolkit comes back from drawing the new
  /// window.
  private static double firstFrameMillis(InstantSource clock) {
    FxThread.get(() -> clock);
    return Duration.between(ProcessFigures.startedAt(), clock.instant()).toMillis();
  }

  /// Until the console's first frame.
  double firstFrameMillis() {
    return firstFrameMillis;
  }

  /// Until the first frame of the window that says what is being opened; NaN if there was none.
  double windowMillis() {
    Instant drawn = window == null ? null : window.drawnAt();
    return drawn == null
        ? Double.NaN
        : Duration.between(ProcessFigures.startedAt(), drawn).toMillis();
  }

  ConsoleRun console() {
    return console;
  }

  Monitoring monitoring() {
    return monitoring;
  }

  @Override
  public void close() throws IOException {
    simulator.close();
    monitoring.close();
    folder.close();
  }
}
