package ai.cryox.app.cli;

import ai.cryox.app.bench.ScreensBench;
import ai.cryox.app.fx.Remembered;
import ai.cryox.app.shell.OpeningWindow;
import ai.cryox.app.theme.ThemePreference;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `cryox bench screens`: how fast one screen follows another.
@Command(
    name = "screens",
    mixinStandardHelpOptions = true,
    description = {
      "How long it takes from a key to the frame that shows its screen, for every screen, while",
      "all devices send once a second; and work on the window's thread that takes longer than a"
          + " frame."
    })
public final class BenchScreensCommand implements Callable<Integer> {
  private final InstantSource clock;

  @Option(
      names = "--devices",
      defaultValue = "1000",
      description = "Devices that send. Usual: ${DEFAULT-VALUE}.")
  private int devices = 1000;

  @Option(
      names = "--alarms",
      defaultValue = "30",
      description = "How many of them are out of range. Usual: ${DEFAULT-VALUE}.")
  private int alarms = 30;

  @Option(
      names = "--rounds",
      defaultValue = "12",
      description = "How often to go through all screens. Usual: ${DEFAULT-VALUE}.")
  private int rounds = 12;

  @Option(
      names = "--stay",
      defaultValue = "0",
      description = "Seconds to look at each screen before the next. Usual: ${DEFAULT-VALUE}.")
  private int stay;

  @Option(names = "--json", description = "Print one JSON object instead of a table.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  /// @param clock everybody's clock
  public BenchScreensCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    CommandLines.require(
        rounds > 0 && stay >= 0 && alarms >= 0 && alarms <= devices,
        spec,
        "At least one round, no less than 0 s, and not more alarms than devices.");
    Toolkit.Coming toolkit =
        Toolkit.begin(
            Toolkit.hasDisplay(),
            () -> OpeningWindow.show("Bench", ThemePreference.DARK, Remembered.forNow(), clock));
    try (ScreensBench bench = new ScreensBench(clock, devices, alarms)) {
      BenchOutput.print(
          CommandLines.out(spec),
          bench.measure(rounds, Duration.ofSeconds(stay), toolkit::await),
          json);
    }
    return 0;
  }
}
