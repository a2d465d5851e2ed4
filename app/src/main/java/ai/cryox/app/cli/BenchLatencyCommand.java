package ai.cryox.app.cli;

import ai.cryox.app.bench.BenchRun;
import ai.cryox.app.bench.LatencyBench;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `cryox bench latency`: how long a bad reading takes to become an alarm on the screen.
@Command(
    name = "latency",
    mixinStandardHelpOptions = true,
    description = {
      "How long a reading over the limit takes from its PUBLISH to the frame that shows its alarm,"
          + " while",
      "other devices send."
    })
public final class BenchLatencyCommand implements Callable<Integer> {
  private final InstantSource clock;

  @Mixin private BenchOptions options = new BenchOptions();

  @Option(
      names = "--rate",
      defaultValue = "1000",
      description = "Readings a second beside the measured ones. Usual: ${DEFAULT-VALUE}.")
  private double rate;

  @Spec private @Nullable CommandSpec spec;

  /// @param clock everybody's clock
  public BenchLatencyCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    Toolkit.start(Toolkit.hasDisplay());
    try (BenchRun run = BenchRun.start(clock, options.devices(), rate)) {
      options.print(
          CommandLines.out(spec), new LatencyBench(run, clock).measure(options.seconds()));
    }
    return 0;
  }
}
