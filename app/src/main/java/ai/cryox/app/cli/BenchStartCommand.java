package ai.cryox.app.cli;

import ai.cryox.app.bench.StartBench;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `cryox bench start`.
@Command(
    name = "start",
    mixinStandardHelpOptions = true,
    description = {
      "How long a start takes, from the process to the first value that can be read again, on an"
          + " empty folder",
      "and on a full one after kill -9, and to the window's first frame. With the options of this"
          + " process: say",
      "CRYOX_AOT=off or CRYOX_AOT=train to measure without and with the cache of classes."
    })
public final class BenchStartCommand extends FolderBenchCommand {
  @Option(
      names = "--times",
      defaultValue = "7",
      description = "How many starts of each kind; their median counts. Usual: ${DEFAULT-VALUE}.")
  private int times = 7;

  @Option(
      names = "--readings",
      defaultValue = "10000000",
      description = "Readings in the full file. Usual: ${DEFAULT-VALUE}.")
  private long readings = 10_000_000;

  @Option(names = "--no-window", description = "Open no windows.")
  private boolean noWindow;

  private final InstantSource clock;

  /// @param clock everybody's clock
  public BenchStartCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  Map<String, Double> measure(Path folder, int seconds) throws Exception {
    return new StartBench(folder, Math.max(1, times), clock).measure(readings, !noWindow);
  }
}
