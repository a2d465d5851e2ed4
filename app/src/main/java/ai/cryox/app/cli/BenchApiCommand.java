package ai.cryox.app.cli;

import ai.cryox.app.bench.ApiBench;
import ai.cryox.app.bench.TemporaryFolder;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `cryox bench api`.
@Command(
    name = "api",
    mixinStandardHelpOptions = true,
    description =
        "The HTTP API with the load on the same machine: pages of 10,000 readings, small requests a"
            + " second, what 200 clients of the live stream cost, and how long a bad reading takes"
            + " to be an alarm that a client of the stream has.")
public final class BenchApiCommand implements Callable<Integer> {
  private final InstantSource clock;

  @Mixin private BenchOutput options = new BenchOutput();

  @Spec private @Nullable CommandSpec spec;

  /// @param clock everybody's clock
  public BenchApiCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    try (TemporaryFolder folder = new TemporaryFolder()) {
      options.print(
          CommandLines.out(spec), new ApiBench(folder.path(), clock).measure(options.seconds()));
    }
    return 0;
  }
}
