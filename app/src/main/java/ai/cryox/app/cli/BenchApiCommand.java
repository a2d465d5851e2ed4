package ai.cryox.app.cli;

import ai.cryox.app.bench.ApiBench;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import picocli.CommandLine.Command;

/// `cryox bench api`.
@Command(
    name = "api",
    mixinStandardHelpOptions = true,
    description =
        "The HTTP API with the load on the same machine: pages of 10,000 readings, small requests a"
            + " second, what 200 clients of the live stream cost, and how long a bad reading takes"
            + " to be an alarm that a client of the stream has.")
public final class BenchApiCommand extends FolderBenchCommand {
  private final InstantSource clock;

  /// @param clock everybody's clock
  public BenchApiCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  Map<String, Double> measure(Path folder, int seconds) throws Exception {
    return new ApiBench(folder, clock).measure(seconds);
  }
}
