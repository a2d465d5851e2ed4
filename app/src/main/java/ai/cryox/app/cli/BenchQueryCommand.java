package ai.cryox.app.cli;

import ai.cryox.app.bench.QueryBench;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `cryox bench query`.
@Command(
    name = "query",
    mixinStandardHelpOptions = true,
    description = "How long the usual questions take, while nothing and while much comes in.")
public final class BenchQueryCommand extends FolderBenchCommand {
  @Option(
      names = "--readings",
      defaultValue = "10000000",
      description = "Readings in the file. Usual: ${DEFAULT-VALUE}.")
  private long readings = 10_000_000;

  @Override
  Map<String, Double> measure(Path folder, int seconds) throws Exception {
    return new QueryBench(folder, readings).measure(seconds);
  }
}
