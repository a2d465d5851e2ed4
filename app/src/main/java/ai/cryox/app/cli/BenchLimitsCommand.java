package ai.cryox.app.cli;

import ai.cryox.app.bench.LimitBench;
import ai.cryox.app.bench.TemporaryFolder;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `cryox bench limits`.
@Command(
    name = "limits",
    mixinStandardHelpOptions = true,
    description =
        "How long alarm health takes over 100,000 lines of the journal, what-if over a month of"
            + " fifty devices, and a back-fill of a week until its excursions are found. Takes a"
            + " minute, whatever --seconds says.")
public final class BenchLimitsCommand implements Callable<Integer> {
  @Mixin private BenchOutput options = new BenchOutput();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    try (TemporaryFolder folder = new TemporaryFolder()) {
      options.print(CommandLines.out(spec), new LimitBench(folder.path()).measure());
    }
    return 0;
  }
}
