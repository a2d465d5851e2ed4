package ai.cryox.app.cli;

import ai.cryox.app.bench.QueryBench;
import ai.cryox.app.bench.TemporaryFolder;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `cryox bench query`.
@Command(
    name = "query",
    mixinStandardHelpOptions = true,
    description = "How long the usual questions take, while nothing and while much comes in.")
public final class BenchQueryCommand implements Callable<Integer> {
  @Mixin private BenchOutput options = new BenchOutput();

  @Option(
      names = "--readings",
      defaultValue = "10000000",
      description = "Readings in the file. Usual: ${DEFAULT-VALUE}.")
  private long readings = 10_000_000;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    try (TemporaryFolder folder = new TemporaryFolder()) {
      options.print(
          CommandLines.out(spec),
          new QueryBench(folder.path(), readings).measure(options.seconds()));
    }
    return 0;
  }
}
