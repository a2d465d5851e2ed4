package ai.cryox.app.cli;

import ai.cryox.app.bench.TemporaryFolder;
import ai.cryox.app.fx.FxThread;
import ai.cryox.app.fx.Remembered;
import ai.cryox.app.pictures.Rehearsal;
import ai.cryox.app.shell.ConsoleRun;
import ai.cryox.app.shell.OpeningWindow;
import ai.cryox.app.theme.ThemePreference;
import ai.cryox.app.wiring.DemoSite;
import ai.cryox.app.wiring.HeadStart;
import ai.cryox.app.wiring.HostPort;
import ai.cryox.app.wiring.KnownServers;
import ai.cryox.app.wiring.Monitoring;
import ai.cryox.app.wiring.Wiring;
import ai.cryox.simulator.Simulator;
import ai.cryox.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.module.ModuleReader;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `cryox rehearse`: does once what a start does, so that the virtual machine, which watches, can
/// keep the classes that it needs. It serves, opens the window in memory and goes through all
/// screens, over data of its own that are deleted at the end. The launcher calls it.
@Command(
    name = "rehearse",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Do once what a start does, for the cache of classes; see `cryox` itself.")
public final class RehearseCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String NAME = "Rehearsal";
  private static final int DEVICES = 12;
  private static final SimulatorOptions SITE = SimulatorOptions.demo(1, 2, DEVICES);

  /// What draws on each operating system. In memory none of it is used, so it is only loaded.
  private static final List<String> PLATFORMS =
      List.of(
          "com/sun/glass/ui/gtk/",
          "com/sun/glass/ui/win/",
          "com/sun/glass/ui/mac/",
          "com/sun/prism/es2/",
          "com/sun/prism/d3d/",
          "com/sun/prism/mtl/");

  private final InstantSource clock;
  @Spec private @Nullable CommandSpec spec;

  /// @param clock everybody's clock
  public RehearseCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    HeadStart.begin();
    var _ = Commands.line(clock, "console").parseArgs("console");
    try (TemporaryFolder folder = new TemporaryFolder()) {
      // The second time it opens what is there already, as nearly all starts do.
      serve(folder.path());
      serve(folder.path());
      look(folder.path());
    }
    loadPlatform();
    CommandLines.out(spec).println("Rehearsed.");
    return 0;
  }

  private void serve(Path folder) throws InterruptedException, IOException {
    Path ready = folder.resolve("ready");
    CountDownLatch stop = new CountDownLatch(1);
    CommandLine line = Commands.understanding(new CommandLine(new ServeCommand(clock, stop)));
    line.setOut(new PrintWriter(PrintWriter.nullWriter()));
    Thread server =
        Thread.ofPlatform()
            .name("rehearsal")
            .start(() ->
                line.execute(
                    "--insecure-loopback",
                    "--data",
                    folder.resolve("data").toString(),
                    "--ledger-head",
                    folder.resolve("heads").toString(),
                    "--http",
                    "127.0.0.1:0",
                    "--mqtt",
                    "127.0.0.1:0",
                    "--ready-file",
                    ready.toString()));
    try {
      await(() -> Files.exists(ready) || !server.isAlive());
      hear(Files.readAllLines(ready));
    } finally {
      stop.countDown();
      server.join();
    }
  }

  /// Sends readings and reads them back.
  private void hear(List<String> addresses) {
    URI mqtt = URI.create(addresses.getFirst());
    String api = addresses.getLast();
    try (Simulator site = new Simulator(SITE, "tcp://127.0.0.1:" + mqtt.getPort(), clock)) {
      site.start();
      String facility = site.fleet().devices().getFirst().facilityId();
      await(() -> hasReadings(URI.create(api + "/facilities/" + facility + "/temperature")));
    }
  }

  private static boolean hasReadings(URI address) {
    try (InputStream answer = address.toURL().openStream()) {
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8).contains("deviceId");
    } catch (IOException notYet) {
      return false;
    }
  }

  private void look(Path folder) throws IOException {
    Remembered remembered = Remembered.forNow();
    Toolkit.Coming toolkit =
        Toolkit.begin(
            false, () -> OpeningWindow.show(NAME, ThemePreference.DARK, remembered, clock));
    try (Monitoring monitoring =
            new Wiring(clock)
                .start(folder.resolve("site"), HostPort.ANY, HostPort.ANY, "rehearsal");
        Simulator site = new Simulator(SITE, "tcp://127.0.0.1:" + monitoring.mqttPort(), clock)) {
      DemoSite.register(site.fleet(), monitoring.session(), clock.instant());
      ConsoleRun console =
          ConsoleRun.open(
              toolkit.await(),
              monitoring.session(),
              NAME,
              clock,
              ThemePreference.DARK,
              new KnownServers(folder.resolve("servers"), clock),
              remembered);
      console.warmUp();
      site.start();
      await(() ->
          monitoring.session().live().latest().devices().stream()
              .allMatch(device -> device.newest() != null));
      Rehearsal.walk(console, monitoring.session().live().latest());
      FxThread.get(() -> {
        console.window().close();
        return console;
      });
    }
  }

  private void await(BooleanSupplier condition) {
    Instant end = clock.instant().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      if (clock.instant().isAfter(end)) {
        throw new IllegalStateException("The rehearsal got stuck.");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  /// Loads, and does not initialise, what draws on this operating system.
  private static void loadPlatform() throws IOException {
    ResolvedModule graphics =
        ModuleLayer.boot().configuration().findModule("javafx.graphics").orElse(null);
    if (graphics == null) {
      return;
    }
    ClassLoader loader = CommandLine.class.getClassLoader();
    try (ModuleReader reader = graphics.reference().open();
        Stream<String> files = reader.list()) {
      files
          .filter(file -> PLATFORMS.stream().anyMatch(file::startsWith) && file.endsWith(".class"))
          .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
          .forEach(name -> load(name, loader));
    } catch (UncheckedIOException broken) {
      throw broken.getCause();
    }
  }

  private static void load(String name, ClassLoader loader) {
    try {
      Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError otherSystem) {
      // Its neighbours are loaded all the same.
      System.getLogger(RehearseCommand.class.getName())
          .log(System.Logger.Level.DEBUG, "not loaded: {0}", otherSystem.toString());
    }
  }
}
