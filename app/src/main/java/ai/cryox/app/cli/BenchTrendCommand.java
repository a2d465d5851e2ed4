package ai.cryox.app.cli;

import ai.cryox.app.bench.TrendBench;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `cryox bench trend`: how smooth a trend moves.
@Command(
    name = "trend",
    mixinStandardHelpOptions = true,
    description = {
      "How smooth a trend of three curves moves that shows a month of readings at once and is"
          + " pushed",
      "sideways with every frame, with the real store in the same process."
    })
public final class BenchTrendCommand implements Callable<Integer> {
  private final InstantSource clock;

  @Option(
      names = "--readings",
      defaultValue = "1000000",
      description = "Readings of each curve. Usual: ${DEFAULT-VALUE}.")
  private int readings = 1_000_000;

  @Mixin private BenchOutput output = new BenchOutput();

  @Spec private @Nullable CommandSpec spec;

  /// @param clock everybody's clock
  public BenchTrendCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    Toolkit.start(Toolkit.hasDisplay());
    try (TrendBench bench = new TrendBench(clock, readings)) {
      output.print(CommandLines.out(spec), bench.measure(output.seconds()));
    }
    return 0;
  }
}
