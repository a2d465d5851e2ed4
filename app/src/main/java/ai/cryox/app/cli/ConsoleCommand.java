package ai.cryox.app.cli;

import ai.cryox.app.servers.Server;
import ai.cryox.app.shell.ConsoleRun;
import ai.cryox.app.theme.ThemePreference;
import ai.cryox.app.wiring.KnownServers;
import ai.cryox.app.wiring.Monitoring;
import ai.cryox.app.wiring.RunningBackend;
import ai.cryox.backend.endpoint.RelaySettings;
import ai.cryox.backend.store.FolderInUseException;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      "Without --mqtts, devices are taken on this machine's loopback address only. Sign-in does not"
          + " exist yet: the API serves this machine only."
    })
public final class ConsoleCommand implements Callable<Integer> {
  private final InstantSource clock;

  @Mixin private BackendOptions backend = new BackendOptions();

  @Option(
      names = "--theme",
      defaultValue = "SYSTEM",
      description = "${COMPLETION-CANDIDATES}. Usual: ${DEFAULT-VALUE}.")
  private ThemePreference theme = ThemePreference.SYSTEM;

  @Mixin private ServerOptions server = new ServerOptions();

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
    KnownServers servers = new KnownServers(backend.folder().resolve("servers"), clock);
    if (server.isGiven()) {
      server.open(servers, clock, theme, spec).awaitStop();
      return 0;
    }
    try (Monitoring monitoring = backend.start(clock, true, RelaySettings.OFF)) {
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(monitoring::close));
      Toolkit.start(true);
      String name = backend.folder().getFileName().toString();
      ConsoleRun.open(monitoring.session(), name, clock, theme, servers).awaitStop();
    } catch (FolderInUseException running) {
      attach(servers, running).awaitStop();
    }
    return 0;
  }

  /// Looks at the backend that runs on the folder already.
  private ConsoleRun attach(KnownServers servers, FolderInUseException running) {
    Server server = RunningBackend.on(backend.folder(), servers);
    if (server == null) {
      throw running;
    }
    Session session = servers.connect(server, new SignIn.Desk(CommandLines.userName()));
    Toolkit.start(true);
    return ConsoleRun.openAt(server, session, clock, theme, servers);
  }
}
