package ai.cryox.app.cli;

import ai.cryox.app.bench.IngestBench;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import picocli.CommandLine.Command;

/// `cryox bench ingest`.
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description = "How fast readings become durable, from the socket to the acknowledgement.")
public final class BenchIngestCommand extends FolderBenchCommand {
  private final InstantSource clock;

  /// @param clock everybody's clock
  public BenchIngestCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  Map<String, Double> measure(Path folder, int seconds) throws Exception {
    return new IngestBench(folder, clock).measure(seconds);
  }
}
