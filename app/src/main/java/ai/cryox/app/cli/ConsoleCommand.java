package ai.cryox.app.cli;

import ai.cryox.app.shell.ConsoleRun;
import ai.cryox.app.theme.ThemePreference;
import ai.cryox.app.wiring.HostPort;
import ai.cryox.app.wiring.Monitoring;
import ai.cryox.app.wiring.Wiring;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `cryox console`: the window with the backend inside.
@Command(
    name = "console",
    mixinStandardHelpOptions = true,
    description = "Open the console and monitor on this machine.",
    footer = {
      "",
      "Sign-in and device credentials do not exist yet, so devices and API callers are taken on",
      "loopback addresses of this machine only."
    })
public final class ConsoleCommand implements Callable<Integer> {
  private final InstantSource clock;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The folder that holds everything; made if need be. Usual: your data folder.")
  private @Nullable Path data;

  @Option(
      names = "--http",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:8080",
      description = "Where the API answers. Usual: ${DEFAULT-VALUE}.")
  private HostPort http = HostPort.ANY;

  @Option(
      names = "--mqtt",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:1883",
      description = "Where devices connect. Usual: ${DEFAULT-VALUE}.")
  private HostPort mqtt = HostPort.ANY;

  @Option(
      names = "--theme",
      defaultValue = "SYSTEM",
      description = "${COMPLETION-CANDIDATES}. Usual: ${DEFAULT-VALUE}.")
  private ThemePreference theme = ThemePreference.SYSTEM;

  @Spec private @Nullable CommandSpec spec;

  /// @param clock everybody's clock
  public ConsoleCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws InterruptedException {
    CommandLines.require(
        Toolkit.hasDisplay(),
        spec,
        "There is no display (DISPLAY is not set). Use `cryox serve` to monitor without a window.");
    Path folder = data == null ? DataFolder.usual() : data;
    try (Monitoring monitoring =
        new Wiring(clock).start(folder, http, mqtt, CommandLines.userName())) {
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(monitoring::close));
      Toolkit.start(true);
      String name = folder.toAbsolutePath().normalize().getFileName().toString();
      ConsoleRun.open(monitoring.session(), name, clock, theme).awaitStop();
    }
    return 0;
  }
}
