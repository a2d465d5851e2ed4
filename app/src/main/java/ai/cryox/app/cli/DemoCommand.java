package ai.cryox.app.cli;

import ai.cryox.app.bench.TemporaryFolder;
import ai.cryox.app.fx.Remembered;
import ai.cryox.app.shell.ConsoleRun;
import ai.cryox.app.shell.OpeningWindow;
import ai.cryox.app.theme.ThemePreference;
import ai.cryox.app.wiring.DemoSite;
import ai.cryox.app.wiring.HostPort;
import ai.cryox.app.wiring.Monitoring;
import ai.cryox.app.wiring.Wiring;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.Role;
import ai.cryox.simulator.Simulator;
import ai.cryox.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `cryox demo`: the main job, end to end: console, backend and a simulated cold store on the real
/// wire.
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Watch a simulated cold store live: 24 devices in 3 facilities, one of which gets into"
          + " trouble",
      "within two minutes."
    },
    footer = {
      "",
      "Without a display the same runs headless: status lines, the API's address, and console.png,"
          + " a",
      "picture of the console, in the current folder."
    })
public final class DemoCommand implements Callable<Integer> {
  private static final Duration BETWEEN_PICTURES = Duration.ofSeconds(10);

  private static final String NAME = "Simulated cold store";

  /// May do what somebody on shift may, and cannot make accounts by accident.
  private static final SignIn.Desk DEMO_SUPERVISOR =
      new SignIn.Desk("Demo supervisor", Grants.everywhere(Role.SUPERVISOR));

  private final InstantSource clock;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Keep what is simulated in this folder, and go on with what is there. Usual: a temporary"
              + " one, deleted at the end.")
  private @Nullable Path data;

  @Option(
      names = "--http",
      paramLabel = "HOST:PORT",
      description = "Where the API answers. Usual: any free port.")
  private HostPort http = HostPort.ANY;

  @Option(
      names = "--mqtt",
      paramLabel = "HOST:PORT",
      description = "Where devices connect. Usual: any free port.")
  private HostPort mqtt = HostPort.ANY;

  @Option(names = "--seed", defaultValue = "1", description = "Another seed, another day.")
  private long seed;

  @Option(
      names = "--devices",
      defaultValue = "24",
      description = "How many devices. Usual: ${DEFAULT-VALUE}.")
  private int devices;

  @Option(
      names = "--facilities",
      defaultValue = "3",
      description = "In how many facilities. Usual: ${DEFAULT-VALUE}.")
  private int facilities;

  @Option(
      names = "--for",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description = "Stop after so many seconds; 0 = when the window is closed.")
  private int seconds;

  @Option(
      names = "--theme",
      defaultValue = "SYSTEM",
      description = "${COMPLETION-CANDIDATES}. Usual: ${DEFAULT-VALUE}.")
  private ThemePreference theme = ThemePreference.SYSTEM;

  @Spec private @Nullable CommandSpec spec;

  /// @param clock everybody's clock
  public DemoCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    SimulatorOptions options = options();
    Path kept = data;
    if (kept != null) {
      return run(options, kept, () -> {});
    }
    try (TemporaryFolder folder = new TemporaryFolder("cryox-demo")) {
      return run(options, folder.path(), () -> discard(folder));
    }
  }

  /// @param stopped is done when a signal ended it all
  private int run(SimulatorOptions options, Path folder, Runnable stopped)
      throws InterruptedException, IOException {
    boolean visible = Toolkit.hasDisplay();
    PrintWriter out = CommandLines.out(spec);
    CountDownLatch asked = new CountDownLatch(1);
    Remembered remembered = Remembered.forNow();
    Toolkit.Coming toolkit =
        Toolkit.begin(visible, () -> OpeningWindow.show(NAME, theme, remembered, clock));
    try (Monitoring monitoring = new Wiring(clock).start(folder, http, mqtt, DEMO_SUPERVISOR)) {
      CommandLines.stopOnSignal(monitoring, asked, stopped);
      String broker = "tcp://127.0.0.1:" + monitoring.mqttPort();
      Duration untold = DemoSite.untold(monitoring.session().live().latest(), clock.instant());
      SimulatorOptions rest = options.withHistoryOfAtMost(untold);
      try (Simulator simulator = new Simulator(rest, broker, clock)) {
        DemoSite.begin(simulator.fleet(), monitoring.session(), clock.instant());
        // Before the window, which may take long on a slow machine: silence counts by the clock.
        simulator.start();
        ConsoleRun console =
            ConsoleRun.open(
                toolkit.await(), monitoring.session(), NAME, clock, theme, null, remembered);
        out.printf("%s: %d devices in %d facilities.%n", NAME, devices, facilities);
        out.printf("  devices  mqtt://127.0.0.1:%d%n", monitoring.mqttPort());
        out.printf("  API      http://127.0.0.1:%d/api/v1%n", monitoring.httpPort());
        out.flush();
        if (visible) {
          watch(console.warmUp(), asked);
        } else {
          runHeadless(monitoring, console, asked, out);
        }
      }
    }
    return 0;
  }

  private SimulatorOptions options() {
    try {
      return SimulatorOptions.demo(seed, facilities, devices);
    } catch (IllegalArgumentException nonsense) {
      CommandLines.require(false, spec, String.valueOf(nonsense.getMessage()));
      throw nonsense;
    }
  }

  private void watch(ConsoleRun console, CountDownLatch asked) throws InterruptedException {
    Thread.ofVirtual()
        .start(() -> {
          try {
            console.awaitStop();
            asked.countDown();
          } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
          }
        });
    Instant end = seconds > 0 ? clock.instant().plusSeconds(seconds) : Instant.MAX;
    while (!asked.await(250, TimeUnit.MILLISECONDS) && clock.instant().isBefore(end)) {
      // Nothing to do here: the window has threads of its own.
    }
  }

  private void runHeadless(
      Monitoring monitoring, ConsoleRun console, CountDownLatch asked, PrintWriter out)
      throws InterruptedException {
    Path picture = Path.of("console.png").toAbsolutePath();
    out.println("There is no display: running without a window. Stop with Ctrl+C.");
    out.printf("  picture  %s, every %d s%n", picture, BETWEEN_PICTURES.toSeconds());
    StatusLines lines = new StatusLines(out);
    Instant end = seconds > 0 ? clock.instant().plusSeconds(seconds) : Instant.MAX;
    Instant next = clock.instant().plusSeconds(2);
    while (!asked.await(250, TimeUnit.MILLISECONDS) && clock.instant().isBefore(end)) {
      lines.show(monitoring.session().live().latest(), clock.instant());
      if (!clock.instant().isBefore(next)) {
        next = clock.instant().plus(BETWEEN_PICTURES);
        console.writePicture(picture);
      }
    }
  }

  private static void discard(TemporaryFolder folder) {
    try {
      folder.close();
    } catch (IOException left) {
      // The process ends; the system clears what is temporary.
    }
  }
}
