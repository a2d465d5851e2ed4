package ai.cryox.app.cli;

import ai.cryox.app.shell.ConsoleRun;
import ai.cryox.app.theme.ThemePreference;
import ai.cryox.app.wiring.Monitoring;
import ai.cryox.backend.endpoint.RelaySettings;
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
    backend.takeSettings(spec);
    try (Monitoring monitoring = backend.start(clock, true, RelaySettings.OFF, null)) {
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(monitoring::close));
      Toolkit.start(true);
      String name = backend.folder().getFileName().toString();
      ConsoleRun.open(monitoring.session(), name, clock, theme).awaitStop();
    }
    return 0;
  }
}
