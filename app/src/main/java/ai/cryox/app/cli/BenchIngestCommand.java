package ai.cryox.app.cli;

import ai.cryox.app.bench.IngestBench;
import ai.cryox.app.bench.TemporaryFolder;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `cryox bench ingest`.
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description = "How fast readings become durable, from the socket to the acknowledgement.")
public final class BenchIngestCommand implements Callable<Integer> {
  private final InstantSource clock;

  @Mixin private BenchOutput options = new BenchOutput();

  @Spec private @Nullable CommandSpec spec;

  /// @param clock everybody's clock
  public BenchIngestCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    try (TemporaryFolder folder = new TemporaryFolder()) {
      options.print(
          CommandLines.out(spec), new IngestBench(folder.path(), clock).measure(options.seconds()));
    }
    return 0;
  }
}
